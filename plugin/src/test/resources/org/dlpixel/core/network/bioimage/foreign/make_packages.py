"""Writes the packages of this folder with PyTorch, as another program would: python3 make_packages.py"""

import hashlib
import io
import json
import zipfile

import numpy as np
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, inputs: int, outputs: int):
        super().__init__()
        self.down = nn.Sequential(nn.Conv2d(inputs, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU())
        self.pool = nn.MaxPool2d(2)
        self.low = nn.Sequential(nn.Conv2d(4, 4, 3, padding=1), nn.ELU(), nn.Dropout(0.5))
        self.up = nn.ConvTranspose2d(4, 4, 2, stride=2)
        self.out = nn.Conv2d(8, outputs, 1)

    def forward(self, x):
        a = self.down(x)
        return self.out(torch.cat([a, self.up(self.low(self.pool(a)))], 1))


def network(inputs, outputs):
    net = Net(inputs, outputs)
    with torch.no_grad():
        for p in net.parameters():
            p.mul_(3)
    net.down[1].running_mean.uniform_(-0.3, 0.3)
    net.down[1].running_var.uniform_(0.5, 1.5)
    return net.eval()


def npy(array):
    out = io.BytesIO()
    np.save(out, array.astype(np.float32))
    return out.getvalue()


def write(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in files.items():
            z.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def run(net, image):
    with torch.no_grad():
        return net(torch.from_numpy(image.astype(np.float32))).numpy()


def image(rng, channels, height, width):
    y, x = np.mgrid[0:height, 0:width]
    waves = 300 + 200 * np.sin(x / 5.0) * np.cos(y / 7.0)
    return (waves + rng.uniform(0, 80, (1, channels, height, width))).astype(np.float32)


def saved(module):
    out = io.BytesIO()
    torch.jit.save(module, out)
    return out.getvalue()


def scripted():
    """0.5, scripted, two input channels, three classes, softmax, any size."""
    net = network(2, 3)
    weights = saved(torch.jit.script(net))
    raw = image(np.random.default_rng(1), 2, 40, 32)
    low, high = np.percentile(raw, [2, 98])
    scores = run(net, np.clip((raw - low) / (high - low + 1e-6), 0, 1))
    e = np.exp(scores - scores.max(1, keepdims=True))
    rdf = {
        "type": "model", "format_version": "0.5.4", "name": "Scripted cells",
        "authors": [{"name": "Somebody Else"}], "license": "CC0-1.0",
        "inputs": [{
            "id": "image",
            "axes": [
                {"type": "batch"},
                {"type": "channel", "channel_names": ["red", "green"]},
                {"type": "space", "id": "y", "size": {"min": 16, "step": 8}},
                {"type": "space", "id": "x", "size": {"min": 16, "step": 8}}],
            "data": {"type": "uint16"},
            "preprocessing": [
                {"id": "ensure_dtype", "kwargs": {"dtype": "float32"}},
                {"id": "scale_range", "kwargs": {
                    "axes": ["channel", "y", "x"], "min_percentile": 2, "max_percentile": 98}},
                {"id": "clip", "kwargs": {"min": 0, "max": 1}}],
            "test_tensor": {"source": "in.npy"}}],
        "outputs": [{
            "id": "classes",
            "axes": [
                {"type": "batch"},
                {"type": "channel", "channel_names": ["wall", "background", "nucleus"]},
                {"type": "space", "id": "y", "size": {"tensor_id": "image", "axis_id": "y"}, "halo": 4},
                {"type": "space", "id": "x", "size": {"tensor_id": "image", "axis_id": "x"}, "halo": 4}],
            "postprocessing": [{"id": "softmax", "kwargs": {"axis": "channel"}}],
            "test_tensor": {"source": "out.npy"}}],
        "weights": {"torchscript": {
            "source": "net.pt", "pytorch_version": torch.__version__,
            "sha256": hashlib.sha256(weights).hexdigest()}},
    }
    return {"rdf.yaml": json.dumps(rdf), "net.pt": weights,
            "in.npy": npy(raw), "out.npy": npy(e / e.sum(1, keepdims=True))}


def traced():
    """0.4, traced, one input and output channel, sigmoid, a fixed size."""
    net = network(1, 1)
    weights = saved(torch.jit.trace(net, torch.zeros(1, 1, 32, 48)))
    raw = image(np.random.default_rng(2), 1, 32, 48)
    scores = run(net, (raw - raw.mean()) / (raw.std() + 1e-6))
    rdf = {
        "type": "model", "format_version": "0.4.10", "name": "Traced nuclei",
        "inputs": [{
            "name": "input0", "axes": "bcyx", "data_type": "float32", "shape": [1, 1, 32, 48],
            "preprocessing": [{
                "name": "zero_mean_unit_variance", "kwargs": {"mode": "per_sample", "axes": "xy"}}]}],
        "outputs": [{
            "name": "output0", "axes": "bcyx", "data_type": "float32",
            "shape": {"reference_tensor": "input0", "scale": [1, 1, 1, 1], "offset": [0, 0, 0, 0]},
            "halo": [0, 0, 4, 4], "postprocessing": [{"name": "sigmoid"}]}],
        "test_inputs": ["in.npy"], "test_outputs": ["out.npy"],
        "weights": {"torchscript": {"source": "./net.pt"}},
    }
    return {"rdf.yaml": json.dumps(rdf), "net.pt": weights,
            "in.npy": npy(raw), "out.npy": npy(1 / (1 + np.exp(-scores)))}


if __name__ == "__main__":
    torch.manual_seed(1)
    write("scripted_0_5.zip", scripted())
    write("traced_0_4.zip", traced())
