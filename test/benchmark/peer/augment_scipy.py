"""NumPy with SciPy's ndimage."""

import numpy as np
import scipy
from scipy import ndimage

from augment_draw import (
    IGNORE, DRAWN_FROM, between, crop, gains, linear, nodes, photons, squares, stripes, symmetric,
)

NAME = f"SciPy {scipy.__version__}, NumPy {np.__version__}"
TO_YIQ = np.array(
    [[0.299, 0.587, 0.114], [0.5959, -0.2746, -0.3213], [0.2115, -0.5227, 0.3112]], np.float32
)
FROM_YIQ = np.linalg.inv(TO_YIQ)


def start(image, labels):
    return image, labels


def end(image, labels):
    return np.ascontiguousarray(image), np.ascontiguousarray(labels)


def planes(image, change):
    """The same for every channel."""
    return change(image) if image.ndim == 2 else np.stack([change(plane) for plane in image])


def Flip(image, labels, rng, p):
    if rng.random() < p["horizontal"]:
        image, labels = image[..., ::-1], labels[:, ::-1]
    if rng.random() < p["vertical"]:
        image, labels = image[..., ::-1, :], labels[::-1]
    return image, labels


def Rotate90(image, labels, rng, p):
    turns = int(rng.integers(4))
    return np.rot90(image, turns, (-2, -1)), np.rot90(labels, turns)


def resampled(image, labels, matrix, offset):
    n = labels.shape

    def read(plane):
        return ndimage.affine_transform(plane, matrix, offset, n, order=1, mode="reflect")

    return planes(image, read), ndimage.affine_transform(
        labels, matrix, offset, n, order=0, mode="constant", cval=IGNORE
    )


def SizedCrop(image, labels, rng, p):
    n = labels.shape[0]
    side, x, y = crop(rng, n, p["sizeFactor"])
    scale = side / n
    half = (scale - 1) / 2
    return resampled(image, labels, np.array([scale, scale]), (y + half, x + half))


def affine(name):
    def apply(image, labels, rng, p):
        matrix = linear(rng, name, p)[::-1, ::-1]
        centre = np.full(2, (labels.shape[0] - 1) / 2)
        return resampled(image, labels, matrix, centre - matrix @ centre)

    return apply


Rotate, Zoom, Shear = affine("Rotate"), affine("Zoom"), affine("Shear")


def field(rng, n, spacing, limit):
    coarse = nodes(rng, n, spacing, limit)
    return ndimage.zoom(coarse, int(spacing), order=3, prefilter=False)[:n, :n]


def Elastic(image, labels, rng, p):
    n = labels.shape[0]
    at = np.arange(n, dtype=np.float32)
    x = field(rng, n, p["spacing"], p["displacement"]) + at[None, :]
    y = field(rng, n, p["spacing"], p["displacement"]) + at[:, None]

    def read(plane):
        return ndimage.map_coordinates(plane, (y, x), order=1, mode="reflect")

    return planes(image, read), ndimage.map_coordinates(
        labels, (y, x), order=0, mode="constant", cval=IGNORE
    )


def BrightnessContrast(image, labels, rng, p):
    image = image * np.float32(1 + symmetric(rng, p["contrast"]))
    image += np.float32(symmetric(rng, p["brightness"]))
    return (np.clip(image, 0, 1, out=image) if p["clip"] else image), labels


def Gamma(image, labels, rng, p):
    return np.power(np.maximum(image, 0), np.float32(1 + symmetric(rng, p["range"]))), labels


def smooth(image, sigma):
    return planes(image, lambda x: ndimage.gaussian_filter(x, sigma, mode="reflect", truncate=3))


def GaussianBlur(image, labels, rng, p):
    return smooth(image, between(rng, DRAWN_FROM, p["sigma"])), labels


def Sharpen(image, labels, rng, p):
    a = np.float32(between(rng, 0.1 * p["amount"], p["amount"]))
    return image + a * (image - smooth(image, p["sigma"])), labels


def GaussianNoise(image, labels, rng, p):
    noise = rng.standard_normal(image.shape, np.float32)
    noise *= np.float32(between(rng, 0.1 * p["deviation"], p["deviation"]))
    noise += image
    return noise, labels


def PoissonNoise(image, labels, rng, p):
    n = photons(rng, p)
    counts = rng.poisson(np.maximum(image, 0) * n).astype(np.float32)
    counts *= np.float32(1 / n)
    return counts, labels


def Shading(image, labels, rng, p):
    n = labels.shape[0]
    light = field(rng, n, n / 2, 1)
    light *= np.float32(between(rng, 0.2 * p["strength"], p["strength"]) / np.abs(light).max())
    light += 1
    return image * light, labels


def Stripes(image, labels, rng, p):
    profile, at = stripes(rng, labels.shape[0], p)
    k = at.astype(np.intp)
    left = profile[k]
    left += (at - k).astype(np.float32) * (profile[k + 1] - left)
    return image * left, labels


def Invert(image, labels, rng, p):
    return 1 - image, labels


def ColourJitter(image, labels, rng, p):
    (b, c), = gains(rng, p, 1)
    if image.ndim == 2:
        offset = np.float32(b * (1 - c) * image.mean())
        return image * np.float32(b * c) + offset, labels
    mean = float(TO_YIQ[0] @ image.reshape(3, -1).mean(1))
    s, h = 1 + symmetric(rng, p["saturation"]), 2 * np.pi * symmetric(rng, p["hue"])
    turn = np.eye(3)
    turn[1:, 1:] = s * np.array([[np.cos(h), -np.sin(h)], [np.sin(h), np.cos(h)]])
    matrix = (b * c * FROM_YIQ @ turn @ TO_YIQ).astype(np.float32)
    image = (matrix @ image.reshape(3, -1)).reshape(image.shape)
    image += np.float32(b * (1 - c) * mean)
    return np.clip(image, 0, 1, out=image), labels


def CutOut(image, labels, rng, p):
    image, labels = end(image, labels)
    mean = image.mean((-2, -1), keepdims=True)
    for left, top, right, bottom in squares(rng, labels.shape[0], p):
        image[..., top:bottom, left:right] = mean
        labels[top:bottom, left:right] = IGNORE
    return image, labels
