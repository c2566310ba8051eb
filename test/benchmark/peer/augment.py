"""Python's side of the augmentation benchmark: patches per second of one library on one thread.

Usage: augment.py torchvision|scipy|opencv REGION SIDE. REGION holds a square region of that side,
float32 and little-endian, and behind it its labels, uint8, 255 where nothing is known. A line on
standard input asks for a measurement: SIZE CHANNELS SECONDS OPERATION;OPERATION;..., operations
as Name[parameter=value, ...], all parameters those of the same operation in Java. Exit code 3:
the library is missing.
"""

import os
import re
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

try:
    import numpy as np

    library = sys.argv[1]
    if library == "torchvision":
        import augment_torchvision as side
    elif library == "scipy":
        import augment_scipy as side
    else:
        import augment_opencv as side
except (ImportError, OSError, RuntimeError) as error:
    print(error)
    sys.exit(3)

LOW, HIGH = 100.0, 2100.0
BLOCKS = 5
WARM_UP = 0.3


def parse(text):
    """The operations of an order: name and parameters of each."""
    found = []
    for name, body in re.findall(r"(\w+)\[([^\]]*)\]", text):
        pairs = (pair.split("=") for pair in body.split(", "))
        found.append((name, {key: value_of(value) for key, value in pairs}))
    return found


def value_of(text):
    if text in ("true", "false"):
        return text == "true"
    try:
        return float(text)
    except ValueError:
        return text


class Patches:
    """A crop at a random place, brought to 0..1, then one operation after the other."""

    def __init__(self, image, labels, size, operations):
        self.image, self.labels = image, labels
        self.size = size
        self.rng = np.random.default_rng(1)
        self.operations = [
            (getattr(side, name), parameters) for name, parameters in operations
        ]

    def next(self):
        n = self.size
        y, x = (int(self.rng.integers(s - n + 1)) for s in self.labels.shape)
        image = self.image[..., y : y + n, x : x + n] - np.float32(LOW)
        image *= np.float32(1 / (HIGH - LOW))
        np.clip(image, 0, 1, out=image)
        image, labels = side.start(image, self.labels[y : y + n, x : x + n].copy())
        for operation, parameters in self.operations:
            chance = parameters.get("probability", 1)
            if chance >= 1 or self.rng.random() < chance:
                image, labels = operation(image, labels, self.rng, parameters)
        return side.end(image, labels)


def run(patches, seconds):
    """Patches per second: the median of some blocks."""
    rates = []
    for _ in range(BLOCKS):
        count, start = 0, time.perf_counter()
        while True:
            patches.next()
            count += 1
            spent = time.perf_counter() - start
            if spent >= seconds / BLOCKS:
                break
        rates.append(count / spent)
    return float(np.median(rates))


def main():
    extent = int(sys.argv[3])
    with open(sys.argv[2], "rb") as file:
        plane = np.frombuffer(file.read(4 * extent * extent), "<f4").reshape(extent, extent)
        labels = np.frombuffer(file.read(extent * extent), "u1").reshape(extent, extent)
    print("bench: " + side.NAME, flush=True)
    for order in sys.stdin:
        size, channels, seconds, operations = order.rstrip("\n").split(" ", 3)
        image = plane if channels == "1" else np.stack([plane] * int(channels))
        patches = Patches(image, labels, int(size), parse(operations))
        run(patches, WARM_UP)
        print(f"bench: {run(patches, float(seconds)):.3f}", flush=True)


main()
