"""Python's side of the training benchmark: trains when standard input says how many steps.

Arguments are key=value, see Job.java; the dialogue is that of Dialogue.java.
"""

import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

import monai_unet

SMOOTHING = 1e-5


def loss_of(logits, labels):
    """Cross entropy + soft Dice (mean over classes, whole batch) on labelled pixels."""
    known = (labels >= 0).unsqueeze(1)
    entropy = F.cross_entropy(logits, labels, ignore_index=-1)
    p = logits.softmax(1) * known
    hot = F.one_hot(labels.clamp(min=0), logits.shape[1]).permute(0, 3, 1, 2) * known
    both = (p * hot).sum((0, 2, 3))
    either = (p + hot).sum((0, 2, 3))
    return entropy + 1 - ((2 * both + SMOOTHING) / (either + SMOOTHING)).mean()


def load(net, file):
    """Weights one after the other, as in the state_dict, without counters."""
    values = torch.from_numpy(np.fromfile(file, "<f4"))
    at = 0
    with torch.no_grad():
        for tensor in net.state_dict().values():
            if tensor.is_floating_point():
                tensor.copy_(values[at : at + tensor.numel()].view_as(tensor))
                at += tensor.numel()


def answer(text):
    print("bench: " + text, flush=True)


def main():
    job = dict(argument.split("=", 1) for argument in sys.argv[1:])
    torch.set_num_threads(int(job["threads"]))
    torch.manual_seed(1)
    batch, size = int(job["batch"]), int(job["size"])
    images = np.fromfile(job["images"], "<f4").reshape(batch, 1, size, size)
    labels = np.fromfile(job["labels"], "i1").reshape(batch, size, size)
    net = monai_unet.build(
        int(job["depth"]), int(job["features"]), dropout=float(job["dropout"])
    )
    if "weights" in job:
        load(net, job["weights"])
    net.train()
    optimiser = torch.optim.AdamW(
        net.parameters(), lr=float(job["rate"]), weight_decay=float(job["decay"])
    )

    mixed = job.get("precision") == "BFLOAT16"

    def step():
        optimiser.zero_grad()
        with torch.autocast("cpu", torch.bfloat16, enabled=mixed):
            logits = net(torch.from_numpy(images))
        loss = loss_of(logits.float(), torch.from_numpy(labels).long())
        loss.backward()
        optimiser.step()
        return loss.item()

    answer(f"ready {monai_unet.parameters(net)} PyTorch {torch.__version__}, {monai_unet.name()}")
    for order in sys.stdin:
        done = []
        for _ in range(int(order)):
            before = time.perf_counter()
            loss = step()
            done.append(f"{1000 * (time.perf_counter() - before):.4f}:{loss:.8f}")
        answer(" ".join(["done", *done]))


main()
