"""What the Python sides of the augmentation benchmark draw alike."""

import math

import numpy as np

IGNORE = 255
DRAWN_FROM = 0.3


def symmetric(rng, limit):
    return limit * (2 * rng.random() - 1)


def between(rng, low, high):
    return low + (high - low) * rng.random()


def angle(rng, degrees):
    return math.radians(symmetric(rng, degrees))


def crop(rng, size, factor):
    """Side and place of a random sized crop."""
    smallest = max(1, int(0.99 / factor * size))
    side = int(rng.integers(smallest, size + 1))
    return side, int(rng.integers(size - side + 1)), int(rng.integers(size - side + 1))


def linear(rng, name, p):
    """The 2 x 2 matrix that says where a pixel is read, relative to the centre."""
    if name == "Rotate":
        a = angle(rng, p["limitDegrees"])
        return np.array([[math.cos(a), -math.sin(a)], [math.sin(a), math.cos(a)]])
    if name == "Zoom":
        return np.eye(2) * p["factor"] ** symmetric(rng, 1)
    slope = math.tan(angle(rng, p["limitDegrees"]))
    return np.array([[1, slope], [0, 1]] if rng.random() < 0.5 else [[1, 0], [slope, 1]])


def nodes(rng, size, spacing, limit):
    """Coefficients on a coarse grid."""
    n = -(-size // int(spacing)) + 3
    return (limit * (2 * rng.random((n, n), np.float32) - 1)).astype(np.float32)


def stripes(rng, size, p):
    """A profile, four samples per pixel, and where each pixel reads it."""
    along_x = p["direction"] == "X" or (p["direction"] == "EITHER" and rng.random() < 0.5)
    tilt = angle(rng, 5)
    radius = 0.75 * size
    t = np.arange(int(8 * radius) + 2, dtype=np.float32) / 4 - np.float32(radius)
    profile = np.ones_like(t)
    for _ in range(1 + int(rng.integers(int(p["number"])))):
        centre, width = symmetric(rng, size / 2), between(rng, 0.5, p["width"])
        depth = between(rng, 0.1 * p["depth"], p["depth"])
        profile *= 1 - depth * np.exp(-0.5 * ((t - centre) / width) ** 2)
    across = np.arange(size, dtype=np.float32) + np.float32(0.5 - size / 2)
    perpendicular = np.float32(4 * math.cos(tilt)) * across
    along = np.float32(-4 * math.sin(tilt)) * across
    rows, columns = (perpendicular, along) if along_x else (along, perpendicular)
    return profile, rows[:, None] + columns[None, :] + np.float32(4 * radius)


def squares(rng, size, p):
    """Corners of what is cut out: left, top, right, bottom."""
    largest = max(1, int(p["side"] * size))
    for _ in range(1 + int(rng.integers(int(p["number"])))):
        side = int(rng.integers(max(1, largest // 2), largest + 1))
        x, y = (int(rng.integers(size)) - side // 2 for _ in range(2))
        yield max(0, x), max(0, y), min(size, x + side), min(size, y + side)


def photons(rng, p):
    return p["photons"] * 10 ** rng.random()


def gains(rng, p, channels):
    """Brightness and contrast of every channel."""
    return [
        (1 + symmetric(rng, p["brightness"]), 1 + symmetric(rng, p["contrast"]))
        for _ in range(channels)
    ]
