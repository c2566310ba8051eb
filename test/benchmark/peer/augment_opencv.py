"""OpenCV with NumPy: what albumentations calls inside, without its overhead."""

import math

import cv2
import numpy as np

from augment_draw import (
    IGNORE, DRAWN_FROM, between, crop, gains, linear, nodes, photons, squares, stripes, symmetric,
)

cv2.setNumThreads(0)
NAME = f"OpenCV {cv2.__version__}, NumPy {np.__version__}"
REFLECT = cv2.BORDER_REFLECT


def start(image, labels):
    return (np.ascontiguousarray(image.transpose(1, 2, 0)) if image.ndim == 3 else image), labels


def end(image, labels):
    return image, labels


def Flip(image, labels, rng, p):
    x, y = rng.random() < p["horizontal"], rng.random() < p["vertical"]
    if not x and not y:
        return image, labels
    code = -1 if x and y else 1 if x else 0
    return cv2.flip(image, code), cv2.flip(labels, code)


def Rotate90(image, labels, rng, p):
    turns = int(rng.integers(4))
    if turns == 0:
        return image, labels
    code = (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE)[turns - 1]
    return cv2.rotate(image, code), cv2.rotate(labels, code)


def SizedCrop(image, labels, rng, p):
    n = labels.shape[0]
    side, x, y = crop(rng, n, p["sizeFactor"])
    part = slice(y, y + side), slice(x, x + side)
    return (
        cv2.resize(image[part], (n, n), interpolation=cv2.INTER_LINEAR),
        cv2.resize(labels[part], (n, n), interpolation=cv2.INTER_NEAREST),
    )


def affine(name):
    def apply(image, labels, rng, p):
        n = labels.shape[0]
        matrix = linear(rng, name, p)
        centre = np.full(2, (n - 1) / 2)
        full = np.column_stack([matrix, centre - matrix @ centre])
        flags = cv2.WARP_INVERSE_MAP
        return (
            cv2.warpAffine(image, full, (n, n), flags=flags | cv2.INTER_LINEAR, borderMode=REFLECT),
            cv2.warpAffine(
                labels, full, (n, n), flags=flags | cv2.INTER_NEAREST, borderValue=IGNORE
            ),
        )

    return apply


Rotate, Zoom, Shear = affine("Rotate"), affine("Zoom"), affine("Shear")


def field(rng, n, spacing, limit):
    """A coarse random grid, made smooth."""
    coarse = nodes(rng, n, spacing, limit)
    full = coarse.shape[0] * int(spacing)
    return cv2.resize(coarse, (full, full), interpolation=cv2.INTER_CUBIC)[:n, :n]


def Elastic(image, labels, rng, p):
    n = labels.shape[0]
    at = np.arange(n, dtype=np.float32)
    x = field(rng, n, p["spacing"], p["displacement"]) + at[None, :]
    y = field(rng, n, p["spacing"], p["displacement"]) + at[:, None]
    return (
        cv2.remap(image, x, y, cv2.INTER_LINEAR, borderMode=REFLECT),
        cv2.remap(labels, x, y, cv2.INTER_NEAREST, borderValue=IGNORE),
    )


def BrightnessContrast(image, labels, rng, p):
    image *= np.float32(1 + symmetric(rng, p["contrast"]))
    image += np.float32(symmetric(rng, p["brightness"]))
    if p["clip"]:
        np.clip(image, 0, 1, out=image)
    return image, labels


def Gamma(image, labels, rng, p):
    np.maximum(image, 0, out=image)
    return cv2.pow(image, 1 + symmetric(rng, p["range"])), labels


def smooth(image, sigma):
    side = 2 * math.ceil(3 * sigma) + 1
    return cv2.GaussianBlur(image, (side, side), sigma, borderType=REFLECT)


def GaussianBlur(image, labels, rng, p):
    return smooth(image, between(rng, DRAWN_FROM, p["sigma"])), labels


def Sharpen(image, labels, rng, p):
    a = between(rng, 0.1 * p["amount"], p["amount"])
    return cv2.addWeighted(image, 1 + a, smooth(image, p["sigma"]), -a, 0), labels


def GaussianNoise(image, labels, rng, p):
    noise = np.empty_like(image)
    cv2.randn(noise, 0, between(rng, 0.1 * p["deviation"], p["deviation"]))
    image += noise
    return image, labels


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
    image *= light if image.ndim == 2 else light[..., None]
    return image, labels


def Stripes(image, labels, rng, p):
    profile, at = stripes(rng, labels.shape[0], p)
    left = cv2.remap(profile[None, :], at, np.zeros_like(at), cv2.INTER_LINEAR)
    image *= left if image.ndim == 2 else left[..., None]
    return image, labels


def Invert(image, labels, rng, p):
    return np.subtract(1, image, out=image), labels


def ColourJitter(image, labels, rng, p):
    if image.ndim == 2:
        (b, c), = gains(rng, p, 1)
        offset = b * (1 - c) * cv2.mean(image)[0]
        image *= np.float32(b * c)
        image += np.float32(offset)
        return image, labels
    (b, c), = gains(rng, p, 1)
    mean = cv2.mean(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY))[0]
    image *= np.float32(b * c)
    image += np.float32(b * (1 - c) * mean)
    grey = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    s = 1 + symmetric(rng, p["saturation"])
    image = cv2.addWeighted(image, s, grey, 1 - s, 0)
    np.clip(image, 0, 1, out=image)
    hsv = cv2.cvtColor(image, cv2.COLOR_RGB2HSV)
    hsv[..., 0] = np.mod(hsv[..., 0] + np.float32(360 * symmetric(rng, p["hue"])), 360)
    return cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB), labels


def CutOut(image, labels, rng, p):
    mean = cv2.mean(image)[: 1 if image.ndim == 2 else 3]
    for left, top, right, bottom in squares(rng, labels.shape[0], p):
        image[top:bottom, left:right] = mean
        labels[top:bottom, left:right] = IGNORE
    return image, labels
