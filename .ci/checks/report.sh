#!/usr/bin/env bash
# The report in a real browser: it draws, and needs nothing from outside.
set -euo pipefail
report="$1/demo/report.html"
[ -s "$report" ] || ./operando demo --out "$1/demo"
! grep -Eo '(src|href)="(https?:)?//[^"]*"' "$report" || { echo "the report loads something from outside"; exit 1; }
page="$(timeout 120 chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=5000 --dump-dom "file://$report" 2>/dev/null)"
grep -q "Measured and predicted voltage" <<< "$page"
timeout 120 chromium --headless --no-sandbox --disable-gpu --window-size=1000,4200 --screenshot="$1/report.png" "file://$report" 2>/dev/null
[ "$(stat -c %s "$1/report.png")" -gt 100000 ] || { echo "the report's screenshot is nearly empty"; exit 1; }
