#!/usr/bin/env bash
# The example of docs/simulation.md: from a run to PyBaMM, and its voltage back beside the measured one.
set -euo pipefail
if ! { python3 -m venv "$1/pybamm" && "$1/pybamm/bin/pip" install -q --disable-pip-version-check pybamm; } 2>"$1/pip.log"; then
    echo "skipped: PyBaMM cannot be installed here ($(tail -n 1 "$1/pip.log"))"
    exit 0
fi
./operando phantom --size 64 --scans 5 --out "$1/cell" 2>/dev/null
./operando run "$1/cell/experiment.yml" --out "$1/results" > /dev/null 2>&1
./operando simulation "$1/results" --out "$1/inputs"
"$1/pybamm/bin/python" docs/simulation.py "$1/inputs"
./operando simulation "$1/results" --voltage "$1/inputs/simulated.csv" --out "$1/compared" | tee "$1/said"
[ -s "$1/compared/simulated-voltage.png" ] || { echo "no picture of the simulated voltage"; exit 1; }
awk '/lumped/ { found = 1; if (!($9 < 1e-6)) exit 1 } END { if (!found) exit 1 }' "$1/said" || { echo "PyBaMM and the lumped model disagree"; exit 1; }
