const time = document.getElementById('time');
if (time) {
  const frames = document.querySelectorAll('.frame');
  const show = () => frames.forEach((frame, i) => { frame.hidden = i !== Number(time.value); });
  time.parentElement.hidden = false;
  time.addEventListener('input', show);
  show();
}
