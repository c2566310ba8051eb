package org.dlpixel.benchmark.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dlpixel.benchmark.Project;

/**
 * The Python to compare with, if there is one.
 *
 * @param sides Python as it is, with a tuned allocator, in bfloat16; empty if there is no PyTorch
 * @param description versions and what was checked, or why it is absent
 */
record Peer(List<Side> sides, String description) {

    private static final int ABSENT = 3;
    private static final Path GOLDEN =
            Path.of("plugin", "src", "test", "resources", "golden", "monai_unet.npz");

    /** Looks for PyTorch and checks that its network is MONAI's; raises if it is not. */
    static Peer find() throws IOException, InterruptedException {
        String script = Project.peer().resolve("check.py").toString();
        String golden = Project.root().resolve(GOLDEN).toString();
        Process process;
        try {
            process =
                    new ProcessBuilder(Project.python(), script, golden)
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException e) {
            return new Peer(List.of(), "absent: " + e.getMessage());
        }
        String text =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = process.waitFor();
        if (code == ABSENT) {
            return new Peer(List.of(), "absent: " + text);
        }
        if (code != 0) {
            throw new IllegalStateException("Python's network is not MONAI's: " + text);
        }
        return new Peer(List.of(Side.python(), Side.tunedPython(), Side.pythonMixed()), text);
    }
}
