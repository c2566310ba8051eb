package org.dlpixel.benchmark.training;

import java.io.IOException;
import java.util.List;
import org.dlpixel.benchmark.PythonCheck;

/**
 * The Python to compare with, if there is one.
 *
 * @param sides Python as it is, with a tuned allocator, in bfloat16; empty if there is no PyTorch
 * @param description versions and what was checked, or why it is absent
 */
record Peer(List<Side> sides, String description) {

    /** Looks for PyTorch and checks that its network is MONAI's; raises if it is not. */
    static Peer find() throws IOException, InterruptedException {
        PythonCheck check = PythonCheck.run("check.py", "monai_unet.npz");
        List<Side> sides =
                check.present()
                        ? List.of(Side.python(), Side.tunedPython(), Side.pythonMixed())
                        : List.of();
        return new Peer(sides, check.text());
    }
}
