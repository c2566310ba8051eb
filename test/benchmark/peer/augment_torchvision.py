"""torchvision's transforms (v2), and PyTorch for what it does not have."""

import math

import numpy as np
import torch

try:
    import torchvision
except RuntimeError:
    # Its compiled operators, of which no transform has need, are for another build of PyTorch.
    operators = torch.library.Library("torchvision", "DEF")
    for operator in ("nms", "qnms"):
        operators.define(operator + "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
    import torchvision
from torchvision.transforms.v2 import functional as F

from augment_draw import (
    IGNORE, DRAWN_FROM, angle, between, crop, gains, nodes, photons, squares, stripes, symmetric,
)

torch.set_num_threads(1)
torch.set_grad_enabled(False)
NAME = f"torchvision {torchvision.__version__}, PyTorch {torch.__version__}"
LINEAR, NEAREST = F.InterpolationMode.BILINEAR, F.InterpolationMode.NEAREST


def start(image, labels):
    image = torch.from_numpy(image)
    return image.unsqueeze(0) if image.ndim == 2 else image, torch.from_numpy(labels).unsqueeze(0)


def end(image, labels):
    return image.contiguous(), labels.contiguous()


def Flip(image, labels, rng, p):
    if rng.random() < p["horizontal"]:
        image, labels = F.horizontal_flip(image), F.horizontal_flip(labels)
    if rng.random() < p["vertical"]:
        image, labels = F.vertical_flip(image), F.vertical_flip(labels)
    return image, labels


def Rotate90(image, labels, rng, p):
    turns = int(rng.integers(4))
    return torch.rot90(image, turns, (-2, -1)), torch.rot90(labels, turns, (-2, -1))


def SizedCrop(image, labels, rng, p):
    n = labels.shape[-1]
    side, x, y = crop(rng, n, p["sizeFactor"])
    return (
        F.resized_crop(image, y, x, side, side, [n, n], LINEAR, antialias=False),
        F.resized_crop(labels, y, x, side, side, [n, n], NEAREST),
    )


def moved(image, labels, turn=0.0, scale=1.0, shear=(0.0, 0.0)):
    arguments = dict(angle=turn, translate=[0, 0], scale=scale, shear=list(shear))
    return (
        F.affine(image, interpolation=LINEAR, **arguments),
        F.affine(labels, interpolation=NEAREST, fill=[IGNORE], **arguments),
    )


def Rotate(image, labels, rng, p):
    return moved(image, labels, turn=symmetric(rng, p["limitDegrees"]))


def Zoom(image, labels, rng, p):
    return moved(image, labels, scale=p["factor"] ** symmetric(rng, 1))


def Shear(image, labels, rng, p):
    slant = math.degrees(angle(rng, p["limitDegrees"]))
    return moved(image, labels, shear=(slant, 0.0) if rng.random() < 0.5 else (0.0, slant))


def field(rng, n, spacing, limit):
    coarse = torch.from_numpy(nodes(rng, n, spacing, limit))[None, None]
    full = coarse.shape[-1] * int(spacing)
    smooth = torch.nn.functional.interpolate(coarse, (full, full), mode="bicubic")
    return smooth[..., :n, :n]


def Elastic(image, labels, rng, p):
    n = labels.shape[-1]
    shift = [field(rng, n, p["spacing"], 2 / n * p["displacement"]) for _ in range(2)]
    shift = torch.stack(shift, -1).squeeze(0)
    return (
        F.elastic(image, shift, LINEAR),
        F.elastic(labels, shift, NEAREST, fill=[IGNORE]),
    )


def BrightnessContrast(image, labels, rng, p):
    image = image.mul_(1 + symmetric(rng, p["contrast"])).add_(symmetric(rng, p["brightness"]))
    return (image.clamp_(0, 1) if p["clip"] else image), labels


def Gamma(image, labels, rng, p):
    return F.adjust_gamma(image.clamp_(min=0), 1 + symmetric(rng, p["range"])), labels


def smooth(image, sigma):
    side = 2 * math.ceil(3 * sigma) + 1
    return F.gaussian_blur(image, [side, side], [sigma, sigma])


def GaussianBlur(image, labels, rng, p):
    return smooth(image, between(rng, DRAWN_FROM, p["sigma"])), labels


def Sharpen(image, labels, rng, p):
    a = between(rng, 0.1 * p["amount"], p["amount"])
    return torch.lerp(image, smooth(image, p["sigma"]), -a), labels


def GaussianNoise(image, labels, rng, p):
    sigma = between(rng, 0.1 * p["deviation"], p["deviation"])
    return F.gaussian_noise(image, 0, sigma, clip=False), labels


def PoissonNoise(image, labels, rng, p):
    n = photons(rng, p)
    return torch.poisson(image.clamp(min=0).mul_(n)).mul_(1 / n), labels


def Shading(image, labels, rng, p):
    n = labels.shape[-1]
    light = field(rng, n, n / 2, 1)[0]
    light *= between(rng, 0.2 * p["strength"], p["strength"]) / float(light.abs().max())
    return image.mul_(light.add_(1)), labels


def Stripes(image, labels, rng, p):
    profile, at = (torch.from_numpy(x) for x in stripes(rng, labels.shape[-1], p))
    k = at.long()
    return image.mul_(torch.lerp(profile[k], profile[k + 1], at - k)), labels


def Invert(image, labels, rng, p):
    return F.invert(image), labels


def ColourJitter(image, labels, rng, p):
    (b, c), = gains(rng, p, 1)
    if image.shape[0] == 1:
        offset = b * (1 - c) * float(image.mean())
        return image.mul_(b * c).add_(offset), labels
    image = F.adjust_contrast(F.adjust_brightness(image, b), c)
    image = F.adjust_saturation(image, 1 + symmetric(rng, p["saturation"]))
    return F.adjust_hue(image, symmetric(rng, p["hue"])), labels


def CutOut(image, labels, rng, p):
    mean = image.mean((-2, -1), keepdim=True)
    for left, top, right, bottom in squares(rng, labels.shape[-1], p):
        box = (top, left, bottom - top, right - left)
        image = F.erase(image, *box, mean, inplace=True)
        labels = F.erase(labels, *box, torch.tensor(IGNORE, dtype=torch.uint8), inplace=True)
    return image, labels
