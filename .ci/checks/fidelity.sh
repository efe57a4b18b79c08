#!/usr/bin/env bash
# The page of printed against computed figures is what the program computes today.
set -euo pipefail
./operando fidelity --out "$1/fidelity"
diff -u docs/fidelity.md "$1/fidelity/fidelity.md" || { echo "docs/fidelity.md is of another version: copy $1/fidelity/fidelity.md there and look at what changed"; exit 1; }
