#!/usr/bin/env bash
# What a new user does, with a mouse on a screen: an uncalibrated stack to a contact area in at most 8 clicks, a folder of scans to the report in at most 12.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder="$(mktemp -d)"
display="${OPERANDO_DISPLAY:-97}"
trap 'kill "${screen:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT

./operando phantom --size 64 --scans 10 --seed 2 --out "$folder/series" > /dev/null 2>&1
rm "$folder"/series/experiment.yml "$folder"/series/truth.json
cp "$folder/series/scans/t00.tif" "$folder/bare.tif"
# A browser that only notes what it is to show.
mkdir "$folder/bin"
printf '#!/bin/sh\necho "$@" > "%s/opened"\n' "$folder" > "$folder/bin/xdg-open"
chmod +x "$folder/bin/xdg-open"

Xvfb :$display -screen 0 1360x920x24 > /dev/null 2>&1 & screen=$!
until [ -e /tmp/.X11-unix/X$display ]; do kill -0 $screen; sleep 0.2; done
status=0
DISPLAY=:$display PATH="$folder/bin:$PATH" timeout 900 java -Xmx1g --add-opens java.base/java.lang=ALL-UNNAMED \
    -cp "target/test-classes:target/classes:target/lib/*" operando.command.CountedClicks "$folder" || status=$?
mkdir -p "$1"
cp "$folder"/*.png "$1/" 2>/dev/null || true
exit $status
