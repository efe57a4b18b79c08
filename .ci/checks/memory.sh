#!/usr/bin/env bash
# --memory is kept: peak resident memory of commands on scans of 54 and 216 MB, each in a process of its own, against --memory and
# what the program itself may take (docs/reliability.md); and what cannot be kept is refused at once. MARGIN in MB may be given.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

./operando phantom --size 64 --scans 3 --out "$folder/small" 2>/dev/null
./operando segment "$folder/small/scans/t00.tif" --out "$folder/small/labels.tif" >/dev/null 2>&1
./operando train "$folder/small/scans/t00.tif" "$folder/small/labels.tif" --out "$folder/phases.model" --classes phases --trees 20 --most-per-class 500 >/dev/null 2>&1

MARGIN="${MARGIN:-150}" python3 - "$folder" <<'CHECK'
import os, re, struct, subprocess, sys

folder, margin = sys.argv[1], int(os.environ["MARGIN"])

def tiled(name, times_x, times_y):
    """The phantom side by side, as one large ImageJ stack."""
    data = open(f"{folder}/small/scans/{name}.tif", "rb").read()
    first = struct.unpack("<I", data[4:8])[0]
    tags = {}
    for i in range(struct.unpack("<H", data[first:first + 2])[0]):
        tag, kind, count = struct.unpack("<HHI", data[first + 2 + 12 * i:first + 10 + 12 * i])
        tags[tag] = struct.unpack("<H" if kind == 3 else "<I", data[first + 10 + 12 * i:first + 10 + 12 * i + (2 if kind == 3 else 4)])[0]
    width, height, start = tags[256], tags[257], tags[273]
    depth = int(subprocess.run(["./operando", "info", f"{folder}/small/scans/{name}.tif"], capture_output=True, text=True, check=True)
                .stdout.split("dimensions")[1].split("voxels")[0].split("x")[2])
    wide, high = width * times_x, height * times_y
    text = f"ImageJ=1.53\nimages={depth}\nslices={depth}\n\0".encode()
    entries = [(256, 4, 1, wide), (257, 4, 1, high), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (270, 2, len(text), 8 + 2 + 12 * 9 + 4),
               (273, 4, 1, 8 + 2 + 12 * 9 + 4 + len(text)), (278, 4, 1, high), (279, 4, 1, wide * high)]
    with open(f"{folder}/{name}.tif", "wb") as out:
        out.write(b"II*\0" + struct.pack("<IH", 8, len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4) + text)
        for z in range(depth):
            rows = [data[start + (z * height + y) * width:start + (z * height + y + 1) * width] * times_x for y in range(height)]
            out.write(b"".join(rows) * times_y)
    return f"{folder}/{name}.tif"

wrong = 0

def peak(memory, *arguments):
    global wrong
    log = f"{folder}/log.txt"
    with open(log, "w") as said:
        process = subprocess.Popen(["./operando", *arguments, "--threads", "2", "--memory", f"{memory}m"], stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
    code, resident = os.waitstatus_to_exitcode(status), used.ru_maxrss // 1024
    good = code == 0 and resident <= memory + margin
    wrong += not good
    print(f"{arguments[0]:10} --memory {memory}m: {resident} MB resident at most, {resident - memory} above{'' if good else ' WRONG, exit code %d' % code}", flush=True)
    if code:
        print(open(log).read()[-2000:])

def refused(memory, *arguments):
    global wrong
    run = subprocess.run(["./operando", *arguments, "--memory", f"{memory}m"], capture_output=True, text=True)
    lines = [line for line in run.stderr.splitlines() if not re.match(r"\d+ %", line)]
    good = run.returncode == 2 and len(lines) == 1 and "needs" in lines[0] and "MB" in lines[0]
    wrong += not good
    print(f"{arguments[0]:10} --memory {memory}m: {'refused' if good else 'NOT REFUSED'}: {' / '.join(lines)[-200:]}", flush=True)

before, after, small = tiled("t00", 24, 24), tiled("t01", 24, 24), tiled("t02", 12, 12)
voxel = ["--voxel-size", "1.7"]
print(f"scans of {os.path.getsize(before) >> 20} MB")
refused(64, "displace", before, after, "--out", f"{folder}/field", "--spacing", "40", *voxel)
refused(64, "segment", before, "--out", f"{folder}/labels.tif", *voxel)
refused(150, "segment", small, "--out", f"{folder}/labels.tif", "--filters", "denoise", *voxel)
refused(100, "segment", small, "--out", f"{folder}/classes.tif", "--method", "classifier", "--model", f"{folder}/phases.model")
peak(320, "segment", before, "--out", f"{folder}/labels.tif", *voxel)
peak(200, "segment", small, "--out", f"{folder}/classes.tif", "--method", "classifier", "--model", f"{folder}/phases.model")
peak(200, "segment", small, "--out", f"{folder}/filtered.tif", "--filters", "denoise", *voxel)
peak(170, "displace", before, after, "--out", f"{folder}/field", "--spacing", "40", *voxel)
with open(f"{folder}/experiment.yml", "w") as text:
    text.write("voxel_size_um: 1.7\nscans:\n  - {file: t00.tif, time_h: 0}\n  - {file: t01.tif, time_h: 5}\n")
refused(64, "run", f"{folder}/experiment.yml", "--out", f"{folder}/results")
peak(560, "run", f"{folder}/experiment.yml", "--out", f"{folder}/results")
sys.exit(1 if wrong else 0)
CHECK
