#!/usr/bin/env bash
# The Python example of docs/java.md, through JPype with arrays of numpy both ways, against what the command line measures.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
home="$PWD"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

if ! { python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" install -q --disable-pip-version-check JPype1 numpy; } 2>"$folder/pip.log"; then
    echo "skipped: JPype1 and numpy cannot be installed here ($(tail -n 1 "$folder/pip.log"))"
    exit 0
fi

# The phantom also builds what the example has on its class path.
./operando phantom --size 96 --scans 2 --out "$folder/phantom" 2>/dev/null
mkdir "$folder/work"
cp "$folder"/phantom/scans/t0[01].tif "$folder/work"
ln -s "$home/target" "$folder/work/target"
sed -n '/^```python$/,/^```$/p' docs/java.md | sed '1d;$d' > "$folder/work/example.py"
[ -s "$folder/work/example.py" ] || { echo "docs/java.md has no example in python"; exit 1; }

cd "$folder/work"
"$folder/venv/bin/python" example.py > said.txt
"$home/operando" segment t00.tif --out labels.tif 2>/dev/null | awk '$1 == "contact_fraction_top" { print $2 }' > expected.txt
"$folder/venv/bin/python" - <<'CHECK'
import math
fraction, mean = map(float, open("said.txt").read().split())
expected = float(open("expected.txt").read())
assert math.isclose(fraction, expected, rel_tol=1e-5), (fraction, expected)  # the command line prints six digits
assert math.isclose(fraction, mean, rel_tol=1e-12), (fraction, mean)
print(f"contact fraction {fraction:.6g} from Python, {expected:.6g} from the command line, {mean:.6g} from the map in numpy")
CHECK
