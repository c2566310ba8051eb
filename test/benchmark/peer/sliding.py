"""MONAI's sliding_window_inference, written from its published semantics in plain PyTorch.

Where MONAI is installed, its own function is used instead.
"""

import torch

try:
    from monai.inferers import sliding_window_inference as monai_sliding
except ImportError:
    monai_sliding = None

SIGMA_SCALE = 0.125
LEAST_IMPORTANCE = 1e-3


def starts(size, roi, overlap):
    interval = roi if roi == size else max(1, int(roi * (1 - overlap)))
    found = []
    at = 0
    while True:
        end = at + roi
        found.append(at - max(end - size, 0))
        if end >= size:
            return found
        at += interval


def importance(roi, mode):
    if mode == "constant":
        return torch.ones(roi)

    def axis(extent):
        t = torch.arange(extent, dtype=torch.float32) - (extent - 1) / 2
        return torch.exp(-(t**2) / (2 * (SIGMA_SCALE * extent) ** 2))

    weights = axis(roi[0])[:, None] * axis(roi[1])[None, :]
    return weights.clamp(min=max(weights.min().item(), LEAST_IMPORTANCE))


def own(x, roi, predictor, overlap, mode):
    """Windows are predicted one by one and their weighted results averaged."""
    height, width = x.shape[2:]
    missing = [max(r - s, 0) for r, s in zip(roi, (height, width))]
    top, left = missing[0] // 2, missing[1] // 2
    if any(missing):
        x = torch.nn.functional.pad(
            x, (left, missing[1] - left, top, missing[0] - top)
        )
    weights = importance(roi, mode)
    total = None
    counts = torch.zeros(x.shape[2:])
    for y in starts(x.shape[2], roi[0], overlap):
        for c in starts(x.shape[3], roi[1], overlap):
            part = predictor(x[:, :, y : y + roi[0], c : c + roi[1]])
            if total is None:
                total = torch.zeros(x.shape[0], part.shape[1], *x.shape[2:])
            total[:, :, y : y + roi[0], c : c + roi[1]] += part * weights
            counts[y : y + roi[0], c : c + roi[1]] += weights
    total /= counts
    return total[:, :, top : top + height, left : left + width]


def infer(x, roi, predictor, overlap, mode="gaussian"):
    if monai_sliding:
        return monai_sliding(x, roi, 1, predictor, overlap=overlap, mode=mode)
    return own(x, roi, predictor, overlap, mode)


def name():
    import importlib.metadata

    if monai_sliding:
        return "MONAI " + importlib.metadata.version("monai") + "'s sliding windows"
    return "MONAI's sliding windows rebuilt"
