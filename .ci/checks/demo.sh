#!/usr/bin/env bash
# The demo from stacks to report, and a phantom of another seed run from its own experiment.yml.
set -euo pipefail
out="$1/demo"
./operando demo --out "$out"
for file in timeseries.csv voltage.csv contact_changes.csv half_cycles.csv run.json report.html labels/t00.tif contact/top_t09.png figures/voltage.svg; do
    [ -s "$out/$file" ] || { echo "the demo did not write $file"; exit 1; }
done
[ "$(wc -l < "$out/timeseries.csv")" -eq 11 ] || { echo "timeseries.csv has not a row a scan"; exit 1; }
./operando phantom --out "$1/phantom" --size 64 --scans 3 --seed 77
./operando run "$1/phantom/experiment.yml" --out "$1/own"
./operando info "$1/own/labels/t00.tif"
code=0; ./operando info "$1/none.tif" 2> "$1/message" || code=$?
[ $code -eq 2 ] && [ "$(wc -l < "$1/message")" -eq 1 ] || { echo "a missing file must be one line and exit code 2"; exit 1; }
