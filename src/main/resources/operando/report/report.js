document.querySelectorAll('input.time').forEach(time => {
  const frames = time.closest('section').querySelectorAll('.frame');
  const show = () => frames.forEach((frame, i) => { frame.hidden = i !== Number(time.value); });
  time.closest('.control').hidden = false;
  time.addEventListener('input', show);
  show();
});
