"""Displacements by spam of a pair that CorrelationBenchmark has written, for docs/displacement.md.

    pip install spam
    displacement_peers.py FOLDER OUT.csv [EVERY]      every EVERY-th point of FOLDER/points.csv (all if not given)

Subvolumes of 33 voxels, each found by a search for whole voxels about the shift of the pair (2 voxels to each side), then
by spam's registration with cubic splines. Prints points and seconds of the processor; CorrelationBenchmark's `peer` judges OUT.csv.
"""
import csv
import os
import sys
import time

import numpy as np
import spam.DIC
import tifffile

HALF = 16
SHIFT = np.array([4, -4, 5])  # z, y, x: whole voxels of CorrelationPair's shift
RANGE = 2
MARGIN = 3


def cube(grey, middle, half):
    return np.ascontiguousarray(grey[tuple(slice(int(m) - half, int(m) + half + 1) for m in middle)])


def follow(before, after, point):
    wanted = cube(before, point, HALF)
    best, start = -1.0, SHIFT
    for step in np.ndindex(*[2 * RANGE + 1] * 3):
        shift = SHIFT + np.array(step) - RANGE
        if ((point + shift - HALF < 0) | (point + shift + HALF >= after.shape)).any():
            continue
        there = cube(after, point + shift, HALF)
        likeness = np.corrcoef(wanted.ravel(), there.ravel())[0, 1]
        best, start = (likeness, shift) if likeness > best else (best, start)
    half = min(HALF + MARGIN, *(point + start), *(np.array(after.shape) - 1 - point - start), *point, *(np.array(before.shape) - 1 - point))
    found = spam.DIC.register(cube(before, point, int(half)), cube(after, point + start, int(half)), margin=int(half) - HALF, maxIterations=50,
                              deltaPhiMin=0.0001, interpolationOrder=3, interpolator="python", verbose=False)
    return (start + found["Phi"][:3, 3], found["returnStatus"])


def main(folder, out, every=1):
    before, after = (tifffile.imread(os.path.join(folder, name)).astype("<f4") for name in ("reference.tif", "deformed.tif"))
    with open(os.path.join(folder, "points.csv"), newline="", encoding="utf-8") as points:
        rows = [[int(row[key]) for key in "xyz"] for row in csv.DictReader(points)][::every]
    start, found = time.process_time(), 0
    with open(out, "w", newline="", encoding="utf-8") as table:
        writer = csv.writer(table)
        writer.writerow(["x", "y", "z", "ux", "uy", "uz"])
        for x, y, z in rows:
            motion, status = follow(before, after, np.array([z, y, x]))
            if status == 2:
                found += 1
                writer.writerow([x, y, z, *motion[::-1]])
    seconds = time.process_time() - start
    print(f"spam: {found} of {len(rows)} points, {seconds:.1f} s of the processor, {len(rows) / seconds:.1f} points a second")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
