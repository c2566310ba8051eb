package org.dlpixel.benchmark.training;

import java.io.IOException;
import java.util.List;
import org.dlpixel.benchmark.Output;
import org.dlpixel.core.train.settings.Preset;

/** How long a training step of ours takes, for whoever compares something with it. */
public final class StepTime {

    private static final Alternation TURNS = new Alternation(1, 6, 5);

    private StepTime() {}

    /**
     * The median step with float32 on a batch that is there already.
     *
     * @param batch patches per step
     * @param size side of a patch, pixels
     * @param threads per operation
     * @return milliseconds
     */
    public static double millis(Preset preset, int batch, int size, int threads, Output output)
            throws IOException {
        Job job = Job.of(preset.network(), batch, size, threads, output.work("training"));
        Timing timing = TURNS.measure(List.of(Side.ours()), job, output).get(0);
        return timing.median();
    }
}
