package org.dlpixel.benchmark.training;

import java.io.IOException;
import java.util.Optional;
import org.dlpixel.benchmark.Memory;
import org.dlpixel.benchmark.Output;

/**
 * Resident memory of one side over many steps, in MiB.
 *
 * @param side who
 * @param steps how many
 * @param early after {@value #EARLY} steps
 * @param late at the end
 */
record MemoryCourse(Side side, int steps, Memory early, Memory late) {

    /** Steps after which memory should no longer grow. */
    static final int EARLY = 50;

    /** Empty where the system does not tell. */
    static Optional<MemoryCourse> measure(Side side, Job job, int steps, Output output)
            throws IOException {
        try (Dialogue dialogue =
                new Dialogue(side, job, output.work("training").resolve("log-memory"))) {
            dialogue.greeting();
            dialogue.steps(Math.min(EARLY, steps));
            Optional<Memory> early = dialogue.memory();
            if (steps > EARLY) {
                dialogue.steps(steps - EARLY);
            }
            Optional<Memory> late = dialogue.memory();
            return early.flatMap(e -> late.map(l -> new MemoryCourse(side, steps, e, l)));
        }
    }

    /** By how much it grew after the first steps. */
    double growth() {
        return late.resident() - early.resident();
    }
}
