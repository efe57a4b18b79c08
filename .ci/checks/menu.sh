#!/usr/bin/env bash
# The plugin in ImageJ with a screen: the sample series opens, and a command without options asks for them in its dialog.
set -euo pipefail
home="$1/imagej"
mkdir -p "$home/plugins"
jar="$(ls target/Operando_Tomography-*.jar | grep -Ev -- '-(sources|tests|javadoc)\.jar$')"
cp "$jar" "$home/plugins/"
cat > "$home/menu.ijm" <<'MACRO'
run("Open Sample Series", "size=64 scans=2 seed=3");
run("Segment Stack (Column Sweep)...");
MACRO
export DISPLAY=:99
Xvfb :99 -screen 0 1280x900x24 > /dev/null 2>&1 & screen=$!
trap 'kill $imagej $screen 2>/dev/null || true' EXIT
until [ -e /tmp/.X11-unix/X99 ]; do kill -0 $screen; sleep 0.2; done
java --add-opens java.base/java.lang=ALL-UNNAMED -Dplugins.dir="$home" -cp "$home/plugins/$(basename "$jar"):target/lib/*" \
    ij.ImageJ -macro "$home/menu.ijm" > "$home/log" 2>&1 & imagej=$!
wait_for() {
    for _ in $(seq 360); do xdotool search --name "$1" > /dev/null 2>&1 && return; sleep 0.5; done
    echo "no window called $1"; cat "$home/log"; exit 1
}
wait_for "Segment Stack"
import -window root "$home/dialog.png"
[ "$(stat -c %s "$home/dialog.png")" -gt 5000 ] || { echo "the screen is empty"; exit 1; }
# The picture of the docs, where it is to be taken anew: OPERANDO_PICTURES=docs/images.
if [ -n "${OPERANDO_PICTURES:-}" ]; then
    import -window "$(xdotool search --name "Segment Stack" | tail -1)" "$OPERANDO_PICTURES/fiji-segment.png"
fi
