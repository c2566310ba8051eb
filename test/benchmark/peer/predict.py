"""Python's side of the prediction benchmark: segments a volume, from file to file.

Arguments are key=value, see Job.java of the prediction benchmark; the answer is that of
Answer.java.
"""

import resource
import sys
import time

import numpy as np
import tifffile
import torch

import monai_unet
import sliding

KIB_PER_MIB = 1024


def load(net, file):
    """Weights one after the other, as in the state_dict, without counters."""
    values = torch.from_numpy(np.fromfile(file, "<f4"))
    at = 0
    with torch.no_grad():
        for tensor in net.state_dict().values():
            if tensor.is_floating_point():
                tensor.copy_(values[at : at + tensor.numel()].view_as(tensor))
                at += tensor.numel()


def main():
    job = dict(argument.split("=", 1) for argument in sys.argv[1:])
    torch.set_num_threads(int(job["threads"]))
    net = monai_unet.build(int(job["depth"]), int(job["features"]), int(job["classes"]))
    load(net, job["weights"])
    net.eval()
    mixed = job["precision"] == "BFLOAT16"
    roi = (int(job["roi"]),) * 2
    whole = job["mode"] == "whole"

    cpu = time.process_time()
    start = time.perf_counter()
    volume = tifffile.imread(job["volume"], key=range(int(job["slices"])))
    volume = volume.reshape(-1, *volume.shape[-2:])
    low, high = np.quantile(volume, (float(job["low"]) / 100, float(job["high"]) / 100))
    ranged = time.perf_counter() - start
    volume = volume[: int(job.get("predicted", len(volume)))]
    result = np.empty(volume.shape, np.uint8)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=mixed):
        for z, image in enumerate(volume):
            unit = np.clip((image - low) / (high - low + 1e-20), 0, 1).astype(np.float32)
            x = torch.from_numpy(unit)[None, None]
            if whole:
                logits = net(x)
            else:
                logits = sliding.infer(x, roi, net, float(job["overlap"]))
            result[z] = logits[0].argmax(0).numpy()
    tifffile.imwrite(job["output"], result, photometric="minisblack")
    seconds = time.perf_counter() - start
    cpu = time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB
    print(f"bench: job={seconds:.6f} range={ranged:.6f} cpu={cpu:.6f} peak_mib={peak:.3f}")


main()
