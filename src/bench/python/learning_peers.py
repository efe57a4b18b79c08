"""Features and votes of vigra (ilastik's engine) and scikit-learn on a labelled stack, for docs/performance.md.

    learning_peers.py features STACK.npy FEATURES.npy      27 features at sigmas of 1, 2 and 4 voxels, by vigra
    learning_peers.py vigra FEATURES.npy LABELS.npy        100 trees trained on the labelled voxels, then all voxels
    learning_peers.py sklearn FEATURES.npy LABELS.npy      the same by scikit-learn on two threads

Labels are 0 where nobody labelled anything. Prints seconds by the clock and of the processor.
"""
import sys
import time

import numpy as np

SIGMAS = (1.0, 2.0, 4.0)


class Timer:
    def __init__(self, what, voxels):
        self.what, self.voxels = what, voxels

    def __enter__(self):
        self.start, self.processor = time.perf_counter(), time.process_time()

    def __exit__(self, *_):
        seconds, processor = time.perf_counter() - self.start, time.process_time() - self.processor
        print(f"{self.what:20s} {seconds:.2f} s, {self.voxels / seconds:.0f} voxels/s; {processor:.2f} s of the processor")


def features(stack, out):
    import vigra
    grey = np.load(stack).astype(np.float32)
    with Timer("vigra features", grey.size):
        found = []
        for sigma in SIGMAS:
            found.append(vigra.filters.gaussianSmoothing(grey, sigma)[..., None])
            found.append(vigra.filters.laplacianOfGaussian(grey, sigma)[..., None])
            found.append(vigra.filters.gaussianGradientMagnitude(grey, sigma)[..., None])
            found.append(vigra.filters.hessianOfGaussianEigenvalues(grey, sigma))
            found.append(vigra.filters.structureTensorEigenvalues(grey, sigma, sigma / 2))
        rows = np.concatenate([np.asarray(f).reshape(grey.size, -1) for f in found], axis=1)
    np.save(out, rows)


def labelled(rows, labels):
    labels = np.load(labels).ravel()
    return rows[labels > 0], labels[labels > 0].astype(np.uint32)


def by_vigra(rows, labels):
    import vigra
    rows = np.load(rows)
    examples, classes = labelled(rows, labels)
    forest = vigra.learning.RandomForest(100)
    forest.learnRF(examples, classes[:, None], 1)
    with Timer("vigra votes", len(rows)):
        forest.predictLabels(rows)


def by_sklearn(rows, labels):
    from sklearn.ensemble import RandomForestClassifier
    rows = np.load(rows)
    examples, classes = labelled(rows, labels)
    forest = RandomForestClassifier(100, n_jobs=2, random_state=1).fit(examples, classes)
    with Timer("scikit-learn votes", len(rows)):
        forest.predict(rows)


{"features": features, "vigra": by_vigra, "sklearn": by_sklearn}[sys.argv[1]](*sys.argv[2:])
