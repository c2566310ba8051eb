package org.dlpixel.benchmark.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.RawFloats;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.network.Weights;

/**
 * Checks that two sides do the same work: from the same weights, on the same batch and without
 * dropout, decay and clipping, their losses agree step by step, and so do their networks' sizes.
 */
final class Agreement {

    private static final int STEPS = 3;
    private static final double TOLERANCE = 1e-3;
    private static final long SEED = 7;

    private final Output output;

    Agreement(Output output) {
        this.output = output;
    }

    /** Raises {@link IllegalStateException} if they disagree; returns what was found. */
    String check(Side one, Side other, Job job) throws IOException {
        Path file = output.work("training").resolve("weights-" + job.network().depth() + ".f32");
        Job comparable = job.comparable(file);
        AtomicFile.write(
                file, RawFloats.bytes(Weights.random(comparable.network(), SEED).values()));
        Answer first = ask(one, comparable);
        Answer second = ask(other, comparable);
        double apart = first.distance(second);
        String found =
                String.format(
                        Locale.ROOT,
                        "%d and %d parameters, losses of the first %d steps within %.1e",
                        first.greeting().parameters(),
                        second.greeting().parameters(),
                        STEPS,
                        apart);
        if (first.greeting().parameters() != second.greeting().parameters()
                || !(apart <= TOLERANCE)) {
            throw new IllegalStateException("The two sides do different work: " + found);
        }
        return found;
    }

    private Answer ask(Side side, Job job) throws IOException {
        try (Dialogue dialogue = new Dialogue(side, job, output.work("training").resolve("log"))) {
            return new Answer(dialogue.greeting(), dialogue.steps(STEPS).losses());
        }
    }

    private record Answer(Greeting greeting, List<Double> losses) {

        double distance(Answer other) {
            double most = 0;
            for (int i = 0; i < STEPS; i++) {
                most = Math.max(most, Math.abs(losses.get(i) - other.losses.get(i)));
            }
            return most;
        }
    }
}
