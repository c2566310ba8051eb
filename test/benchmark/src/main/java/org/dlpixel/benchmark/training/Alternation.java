package org.dlpixel.benchmark.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dlpixel.benchmark.Output;

/**
 * Lets sides train in turn: in every round each starts a process, and then they do some steps one
 * after the other, again and again, so that whatever slows the machine meets all of them.
 *
 * @param rounds processes per side
 * @param blocks turns per round
 * @param steps of a turn
 */
record Alternation(int rounds, int blocks, int steps) {

    private static final int WARM_UP = 5;

    /** Measures all sides on one job. */
    List<Timing> measure(List<Side> sides, Job job, Output output) throws IOException {
        List<Timing> timings = sides.stream().map(Timing::new).toList();
        for (int round = 0; round < rounds; round++) {
            round(timings, job, output);
        }
        return timings;
    }

    private void round(List<Timing> timings, Job job, Output output) throws IOException {
        List<Dialogue> open = new ArrayList<>();
        try {
            for (int i = 0; i < timings.size(); i++) {
                open.add(start(timings.get(i), job, output, i));
            }
            for (Dialogue dialogue : open) {
                dialogue.steps(WARM_UP);
            }
            for (int block = 0; block < blocks; block++) {
                for (int i = 0; i < open.size(); i++) {
                    timings.get(i).add(open.get(i).steps(steps).millis());
                }
            }
        } finally {
            for (Dialogue dialogue : open) {
                dialogue.close();
            }
        }
    }

    private static Dialogue start(Timing timing, Job job, Output output, int index)
            throws IOException {
        Dialogue dialogue =
                new Dialogue(timing.side(), job, output.work("training").resolve("log" + index));
        Greeting greeting = dialogue.greeting();
        dialogue.steps(1);
        timing.start(greeting, dialogue.seconds());
        return dialogue;
    }
}
