#!/usr/bin/env bash
# Every command: its dialog filled on a screen, the recorded line run again on that screen and without one; results equal to the byte.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder="$(mktemp -d)/recorded lines"
mkdir -p "$folder/headless"
display="${OPERANDO_DISPLAY:-98}"
trap 'rm -rf "$(dirname "$folder")"' EXIT

./operando phantom --labels --size 64 --scans 2 --seed 2 --out "$folder/phantom" > /dev/null 2>&1
cp "$folder"/phantom/scans/t0[01].tif "$folder/"
cp "$folder/phantom/labels/t00.tif" "$folder/labels.tif"
cp -r "$folder/phantom/." "$folder/"

python3 - > "$folder/a spectrum.csv" <<'SPECTRUM'
import cmath, math
print("freq_Hz,re_ohm,im_ohm")
for i in range(41):
    f = 10 ** (6 - 0.175 * i)
    z = 8 + 30 / (1 + (2j * math.pi * f) ** 0.9 * 30 * 1e-7) + 120 / (1 + (2j * math.pi * f) ** 0.85 * 120 * 2e-5)
    print(f"{f:.6g},{z.real:.8g},{z.imag:.8g}")
SPECTRUM

# A folder for New Experiment, which is done when the report is opened; a browser that shows nothing.
mkdir -p "$folder/new" "$folder/bin"
cp -r "$folder"/phantom/scans "$folder/phantom/cycling.csv" "$folder/new/"
printf '#!/bin/sh\n' > "$folder/bin/xdg-open"
chmod +x "$folder/bin/xdg-open"
export PATH="$folder/bin:$PATH"

./operando atoms sample --width 14 --depth 14 --layer 20 --frames 1 --out "$folder" > /dev/null 2>&1

xvfb() { Xvfb :$display -screen 0 1600x1200x24 > /dev/null 2>&1 & screen=$!; until [ -e /tmp/.X11-unix/X$display ]; do kill -0 $screen; sleep 0.2; done; }
xvfb
trap 'kill $screen 2>/dev/null || true; rm -rf "$(dirname "$folder")"' EXIT
DISPLAY=:$display timeout 900 java -Xmx1g --add-opens java.base/java.lang=ALL-UNNAMED \
    -cp "target/test-classes:target/classes:target/lib/*" operando.command.RecordedLines "$folder" ${OPERANDO_CASES:-}

for macro in "$folder"/*.ijm; do
    { echo 'setBatchMode(true);'; cat "$macro"; } > "$folder/headless.macro.ijm"
    ./operando macro "$folder/headless.macro.ijm" "$folder/headless" > "$folder/said" 2>&1 || { cat "$folder/said"; echo "$macro does not run without a screen"; exit 1; }
done
diff -r "$folder/dialog" "$folder/window" || { echo "a recorded line makes something else than the dialog"; exit 1; }
diff -r "$folder/dialog" "$folder/headless" || { echo "a recorded line makes something else without a screen"; exit 1; }
ls "$folder/dialog"
