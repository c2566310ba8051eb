"""A random forest on classical features, trained on sparse labels, scored like the workflow.

Usage: forest.py IMAGE LABELS TRUTH SEED THREADS prints the Dice of the foreground, pooled over the
slices without labels; without arguments it says what it is.
"""

import sys

import numpy as np
import sklearn
import tifffile
from scipy import ndimage
from sklearn.ensemble import RandomForestClassifier

TREES = 200
LEAF = 2
SMOOTH = (0.7, 1.0, 1.6, 3.5, 5.0, 10.0)
EDGES = (1.0, 1.6, 3.5, 5.0)
FEATURES = 1 + len(SMOOTH) + 3 * len(EDGES) + 5


def features(image):
    """(Z, Y, X) to (Z, Y, X, features): per slice, and three that look beyond it."""
    found = [image]
    for s in SMOOTH:
        found.append(ndimage.gaussian_filter(image, (0, s, s)))
    for s in EDGES:
        g = ndimage.gaussian_filter(image, (0, s, s))
        dy, dx = np.gradient(g, axis=(1, 2))
        dyy, dyx = np.gradient(dy, axis=(1, 2))
        dxx = np.gradient(dx, axis=2)
        spread = np.sqrt((dyy - dxx) ** 2 + 4 * dyx**2)
        found += [np.hypot(dy, dx), (dyy + dxx + spread) / 2, (dyy + dxx - spread) / 2]
    mean = ndimage.uniform_filter(image, (0, 5, 5))
    square = ndimage.uniform_filter(image**2, (0, 5, 5))
    found.append(np.sqrt(np.maximum(square - mean**2, 0)))
    found.append(ndimage.median_filter(image, (1, 5, 5)))
    for s in ((1.0, 1.0, 1.0), (1.5, 3.0, 3.0), (3.0, 3.0, 3.0)):
        found.append(ndimage.gaussian_filter(image, s))
    return np.stack(found, -1)


def dice(predicted, truth):
    """Of all foreground classes pooled."""
    right = ((predicted == truth) & (truth > 0)).sum()
    return 2 * right / ((predicted > 0).sum() + (truth > 0).sum())


def main(image_file, labels_file, truth_file, seed, threads):
    image = tifffile.imread(image_file).astype(np.float32)
    if image.ndim != 3:
        sys.exit(f"only stacks of one channel: {image_file} has the shape {image.shape}")
    low, high = np.quantile(image, (0.01, 0.998))
    image = np.clip((image - low) / (high - low + 1e-20), 0, 1)
    labels = tifffile.imread(labels_file)
    raw = tifffile.imread(truth_file)
    truth = np.searchsorted(np.unique(np.append(raw, 0)), raw)
    x = features(image)
    forest = RandomForestClassifier(
        TREES,
        min_samples_leaf=LEAF,
        class_weight="balanced",
        random_state=int(seed),
        n_jobs=int(threads),
    )
    forest.fit(x[labels > 0], labels[labels > 0] - 1)
    unlabelled = ~(labels > 0).any((1, 2))
    predicted = forest.predict(x[unlabelled].reshape(-1, x.shape[-1]))
    print(f"{dice(predicted, truth[unlabelled].ravel()):.6f}")


if len(sys.argv) == 1:
    print(
        f"scikit-learn {sklearn.__version__}, {FEATURES} features per pixel, {TREES} trees,"
        f" at least {LEAF} pixels per leaf, balanced classes"
    )
else:
    main(*sys.argv[1:])
