"""Checks that the Python network is MONAI's: golden weights must give golden logits.

Usage: check.py GOLDEN.npz. Exit codes: 0 agrees, 1 does not, 3 PyTorch is missing.
"""

import sys

try:
    import numpy as np
    import torch
except (ImportError, OSError) as error:
    print(error)
    sys.exit(3)

import monai_unet

TOLERANCE = 1e-4


def difference(build, golden):
    """The largest difference of the logits; depth 2, 8 features, 3 classes."""
    state = {k.replace("/", "."): torch.from_numpy(v) for k, v in golden.items() if "/" in k}
    net = build(2, 8, 3, 0.0)
    net.load_state_dict(state)
    net.eval()
    with torch.no_grad():
        return float(np.abs(net(torch.from_numpy(golden["x"])).numpy() - golden["logits"]).max())


golden = dict(np.load(sys.argv[1]))
builds = {"the network in plain PyTorch": monai_unet.own}
if monai_unet.MonaiUNet:
    builds["MONAI's class"] = monai_unet.monai
found = {name: difference(build, golden) for name, build in builds.items()}
texts = [f"{name} gives MONAI's logits within {d:.1e}" for name, d in found.items()]
if not monai_unet.MonaiUNet:
    texts.append("MONAI is not installed here")
print(f"PyTorch {torch.__version__}, Python {sys.version.split()[0]}: " + ", ".join(texts))
sys.exit(max(found.values()) > TOLERANCE)
