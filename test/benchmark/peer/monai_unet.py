"""MONAI's UNet in two dimensions, written from its published structure in plain PyTorch.

The keys of its state_dict are MONAI's. Where MONAI is installed, its own class is used instead.
"""

import torch
from torch import nn

try:
    from monai.networks.nets import UNet as MonaiUNet
except ImportError:
    MonaiUNet = None

SLOPE = 0.01


class Convolution(nn.Sequential):
    """3 x 3 convolution, batch norm, dropout, leaky ReLU; without the last three if `alone`."""

    def __init__(self, inputs, outputs, stride, dropout, transposed=False, alone=False):
        super().__init__()
        if transposed:
            conv = nn.ConvTranspose2d(inputs, outputs, 3, stride, 1, output_padding=stride - 1)
        else:
            conv = nn.Conv2d(inputs, outputs, 3, stride, 1)
        self.add_module("conv", conv)
        if not alone:
            adn = nn.Sequential()
            adn.add_module("N", nn.BatchNorm2d(outputs))
            if dropout:
                adn.add_module("D", nn.Dropout(dropout))
            adn.add_module("A", nn.LeakyReLU(SLOPE))
            self.add_module("adn", adn)


class ResidualUnit(nn.Module):
    """Convolutions, the first with the stride, added to one convolution beside them."""

    def __init__(self, inputs, outputs, stride, units, dropout, alone=False):
        super().__init__()
        self.conv = nn.Sequential()
        channels = inputs
        for i in range(units):
            unit = Convolution(
                channels, outputs, stride if i == 0 else 1, dropout, alone=alone and i == units - 1
            )
            self.conv.add_module(f"unit{i}", unit)
            channels = outputs
        if stride != 1:
            self.residual = nn.Conv2d(inputs, outputs, 3, stride, 1)
        elif inputs != outputs:
            self.residual = nn.Conv2d(inputs, outputs, 1)
        else:
            self.residual = nn.Identity()

    def forward(self, x):
        return self.residual(x) + self.conv(x)


class SkipConnection(nn.Module):
    """The input beside what the module makes of it."""

    def __init__(self, submodule):
        super().__init__()
        self.submodule = submodule

    def forward(self, x):
        return torch.cat([x, self.submodule(x)], 1)


class UNet(nn.Module):
    def __init__(self, inputs, outputs, channels, units, dropout):
        super().__init__()

        def level(i, outside, result):
            inside = channels[i]
            down = ResidualUnit(outside, inside, 2, units, dropout)
            if i == len(channels) - 2:
                middle = ResidualUnit(inside, channels[i + 1], 1, units, dropout)
                below = channels[i + 1]
            else:
                middle = level(i + 1, inside, inside)
                below = inside
            up = nn.Sequential(
                Convolution(inside + below, result, 2, dropout, transposed=True),
                ResidualUnit(result, result, 1, 1, dropout, alone=i == 0),
            )
            return nn.Sequential(down, SkipConnection(middle), up)

        self.model = level(0, inputs, outputs)

    def forward(self, x):
        return self.model(x)


def channels(depth, features):
    """f, f, 2f, 4f, ..."""
    return [features * max(1, 2 ** (i - 1)) for i in range(depth + 1)]


def own(depth, features, classes, dropout):
    return UNet(1, classes, channels(depth, features), 2, dropout)


def monai(depth, features, classes, dropout):
    return MonaiUNet(
        spatial_dims=2,
        in_channels=1,
        out_channels=classes,
        channels=channels(depth, features),
        strides=[2] * depth,
        num_res_units=2,
        act=("LeakyReLU", {"negative_slope": SLOPE}),
        norm="BATCH",
        dropout=dropout,
    )


def build(depth, features, classes=2, dropout=0.0):
    """MONAI's class where it is installed, else the definition above."""
    return (monai if MonaiUNet else own)(depth, features, classes, dropout)


def parameters(net):
    return sum(p.numel() for p in net.parameters())


def name():
    import importlib.metadata

    if MonaiUNet:
        return "MONAI " + importlib.metadata.version("monai")
    return "MONAI's UNet rebuilt"
