#!/usr/bin/env bash
# The report, and the page about a classifier, in a real browser: they draw, and need nothing from outside.
set -euo pipefail
report="$1/demo/report.html"
[ -s "$report" ] || ./operando demo --out "$1/demo"
! grep -Eo '(src|href)="(https?:)?//[^"]*"' "$report" || { echo "the report loads something from outside"; exit 1; }
page="$(timeout 120 chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=5000 --dump-dom "file://$report" 2>/dev/null)"
grep -q "Measured and predicted voltage" <<< "$page"
timeout 120 chromium --headless --no-sandbox --disable-gpu --window-size=1000,4200 --screenshot="$1/report.png" "file://$report" 2>/dev/null
[ "$(stat -c %s "$1/report.png")" -gt 100000 ] || { echo "the report's screenshot is nearly empty"; exit 1; }
./operando train sample-stacks/scans/t05.tif "$1/demo/labels/t05.tif" --classes phases --most-per-class 300 --trees 20 --out "$1/taught.model"
page="$(timeout 120 chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=5000 --dump-dom "file://$1/taught-quality.html" 2>/dev/null)"
grep -q "Most important features" <<< "$page" && grep -q "random forest of 20 trees" <<< "$page"
