"""Checks the sliding windows against MONAI's golden results.

Usage: check_sliding.py GOLDEN.npz. Exit codes: 0 agrees, 1 does not, 3 something is missing.
"""

import sys

try:
    import numpy as np
    import tifffile
    import torch
except (ImportError, OSError) as error:
    print(error)
    sys.exit(3)

import sliding

TOLERANCE = 1e-5
CASES = {
    "constant_0.25": ((16, 16), 0.25, "constant"),
    "constant_0.125": ((16, 16), 0.125, "constant"),
    "gaussian_0.25": ((16, 16), 0.25, "gaussian"),
    "gaussian_0.125": ((16, 16), 0.125, "gaussian"),
    "gaussian_pad64": ((64, 64), 0.25, "gaussian"),
}


def predictor(p):
    """Depends on the place within the window."""
    h, w = p.shape[2:]
    row = torch.arange(h, dtype=torch.float32)[:, None] / h
    column = torch.arange(w, dtype=torch.float32)[None, :] / w
    return torch.cat([p + row, p * p - column], 1)


golden = np.load(sys.argv[1])
x = torch.from_numpy(golden["x"])
most = max(
    np.abs(sliding.infer(x, roi, predictor, overlap, mode).numpy() - golden[case]).max()
    for case, (roi, overlap, mode) in CASES.items()
)
print(f"{sliding.name()}, within {most:.1e} of golden results; tifffile {tifffile.__version__}")
sys.exit(bool(most > TOLERANCE))
