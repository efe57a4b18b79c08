"""Classes learned from strokes, beside scikit-image's trainable segmentation, for docs/segmentation.md.

    strokes_peer.py draw FOLDER DRAWINGS NAME=IMAGE,TRUTH[,HELD_IMAGE,HELD_TRUTH] …
        strokes that stay two pixels inside the classes, as many pixels in each, 0.5 % of the image in all
    strokes_peer.py learn FOLDER > peer.csv         by scikit-image: features at sigmas of 1 to 16 pixels, a forest of 200 trees
    strokes_peer.py table TITLE=FILE.csv …          medians, worst and best of each set

In between: java operando.bench.StrokesBenchmark FOLDER wide > ours.csv. Images of several hundred pixels; larger ones are cut off.
"""
import glob
import os
import sys

import numpy as np
import tifffile
from scipy import ndimage

LARGEST = 576
SHARE = 0.005
INSIDE = 2


def read(name):
    image = np.squeeze(np.asarray(tifffile.imread(name) if name.endswith(("tif", "tiff")) else __import__("imageio").v3.imread(name)))
    return image[:LARGEST, :LARGEST]


def classes(name):
    truth = read(name)
    return (np.searchsorted(np.unique(truth), truth) + 1).astype(np.uint8)


def strokes(truth, seed):
    random = np.random.default_rng(seed)
    labels = np.zeros(truth.shape, np.uint8)
    pixels = int(SHARE * truth.size / truth.max())
    for c in range(1, truth.max() + 1):
        inside = ndimage.binary_erosion(truth == c, iterations=INSIDE)
        if inside.sum() < 2 * pixels:
            inside = truth == c
        ys, xs = np.nonzero(inside)
        drawn = 0
        while drawn < pixels:
            start = random.integers(len(ys))
            y, x, direction = float(ys[start]), float(xs[start]), 2 * np.pi * random.random()
            for _ in range(30):
                i, j = round(y), round(x)
                if not (0 <= i < truth.shape[0] and 0 <= j < truth.shape[1]) or not inside[i, j] or drawn >= pixels:
                    break
                drawn += labels[i, j] == 0
                labels[i, j] = c
                direction += 0.2 * random.normal()
                x += np.cos(direction)
                y += np.sin(direction)
    return labels


def draw(folder, drawings, *sets):
    os.makedirs(folder, exist_ok=True)
    for each in sets:
        name, files = each.split("=")
        files = files.split(",")
        truth = classes(files[1])
        tifffile.imwrite(f"{folder}/{name}.tif", read(files[0]))
        tifffile.imwrite(f"{folder}/{name}-truth.tif", truth)
        if len(files) > 2:
            tifffile.imwrite(f"{folder}/{name}-held.tif", read(files[2]))
            tifffile.imwrite(f"{folder}/{name}-held-truth.tif", classes(files[3]))
        for k in range(int(drawings)):
            tifffile.imwrite(f"{folder}/{name}-strokes-{k}.tif", strokes(truth, k))


def union(truth, found):
    return np.mean([np.sum((truth == c) & (found == c)) / np.sum((truth == c) | (found == c)) for c in range(1, truth.max() + 1)])


def learn(folder):
    from skimage.feature import multiscale_basic_features
    from sklearn.ensemble import RandomForestClassifier

    def features(image):
        found = multiscale_basic_features(image, sigma_min=1, sigma_max=16)
        return found.reshape(-1, found.shape[-1])

    known = {}
    for file in sorted(glob.glob(f"{folder}/*-strokes-*.tif")):
        name, k = os.path.basename(file)[:-4].split("-strokes-")
        if name not in known:
            known = {name: [(features(tifffile.imread(f"{folder}/{n}.tif")), tifffile.imread(f"{folder}/{n}-truth.tif"))
                            for n in (name, name + "-held") if os.path.exists(f"{folder}/{n}.tif")]}
        labels = tifffile.imread(file).ravel()
        forest = RandomForestClassifier(200, random_state=int(k)).fit(known[name][0][0][labels > 0], labels[labels > 0])
        unions = [union(truth, forest.predict(rows).reshape(truth.shape)) for rows, truth in known[name]]
        print(f"{name},{k},{unions[0]:.4f},{unions[1] if len(unions) > 1 else np.nan:.4f},nan", flush=True)


def table(*columns):
    found = {title: [line.strip().split(",") for line in open(file) if line.count(",") == 4] for title, file in (c.split("=") for c in columns)}
    print("| set | " + " | ".join(found) + " |\n|---" * 1 + "|---" * len(found) + "|")
    for name in sorted({row[0] for rows in found.values() for row in rows}):
        for place, kind in ((2, ""), (3, ", another image"), (4, ", cross-validation in blocks")):
            fields = []
            for rows in found.values():
                values = [float(row[place]) for row in rows if row[0] == name and row[place].lower() != "nan"]
                fields.append(f"{np.median(values):.3f} [{min(values):.3f} to {max(values):.3f}]" if values else "")
            if any(fields):
                print(f"| {name}{kind} | " + " | ".join(fields) + " |")


{"draw": draw, "learn": learn, "table": table}[sys.argv[1]](*sys.argv[2:])
