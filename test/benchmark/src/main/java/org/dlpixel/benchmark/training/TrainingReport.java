package org.dlpixel.benchmark.training;

import java.util.List;
import java.util.Locale;
import org.dlpixel.benchmark.Machine;
import org.dlpixel.benchmark.Options;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.Table;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.train.patches.Pace;

/** Collects what was measured and writes it. */
final class TrainingReport {

    private final Options options;
    private final Peer peer;
    private final boolean isMixedSupported;

    private final StringBuilder agreements = new StringBuilder();
    private Table steps =
            Table.of(
                    "network",
                    "parameters",
                    "batch",
                    "side",
                    "engine",
                    "step ms",
                    "ours / theirs",
                    "least",
                    "most",
                    "first step s");
    private Table raw = Table.of("network", "batch", "side", "round", "step", "ms");
    private Table memory =
            Table.of(
                    "network",
                    "batch",
                    "side",
                    "MiB after " + MemoryCourse.EARLY + " steps",
                    "MiB at the end",
                    "growth",
                    "peak MiB",
                    "steps");

    private Table waiting =
            Table.of(
                    "preset",
                    "learns from",
                    "batch",
                    "steps",
                    "patches per s",
                    "waiting for patches");

    private Table mixed = Table.of("network", "batch", "side", "bfloat16 ms", "bfloat16 / float32");

    TrainingReport(Options options, Peer peer, boolean isMixedSupported) {
        this.options = options;
        this.peer = peer;
        this.isMixedSupported = isMixedSupported;
    }

    void agreement(String network, String found) {
        agreements.append("- same work, ").append(network).append(": ").append(found).append('\n');
    }

    void timings(String network, Job job, List<Timing> timings) {
        for (Timing timing : timings) {
            addRaw(network, job, timing);
            if (timing.side().precision() == Precision.FLOAT32) {
                addStep(network, job, timing, timings.get(0));
            } else {
                boolean isOurs = timing.side().equals(Side.oursMixed());
                addMixed(network, job, timing, timings.get(isOurs ? 0 : 1));
            }
        }
    }

    private void addStep(String network, Job job, Timing timing, Timing ours) {
        Timing.Ratio ratio = ours.ratio(timing);
        steps =
                steps.with(
                        network,
                        Long.toString(timing.greeting().parameters()),
                        job.title(),
                        timing.side().name(),
                        timing.greeting().engine(),
                        number(1, timing.median()),
                        number(2, ratio.all()),
                        number(2, ratio.least()),
                        number(2, ratio.most()),
                        number(2, timing.secondsToFirstStep()));
    }

    private void addMixed(String network, Job job, Timing timing, Timing full) {
        mixed =
                mixed.with(
                        network,
                        job.title(),
                        timing.side().name(),
                        number(1, timing.median()),
                        number(2, timing.ratio(full).all()));
    }

    private void addRaw(String network, Job job, Timing timing) {
        for (int round = 0; round < timing.rounds().size(); round++) {
            List<Double> millis = timing.rounds().get(round);
            for (int step = 0; step < millis.size(); step++) {
                raw =
                        raw.with(
                                network,
                                job.title(),
                                timing.side().name(),
                                Integer.toString(round + 1),
                                Integer.toString(step + 1),
                                number(3, millis.get(step)));
            }
        }
    }

    void memory(String network, Job job, MemoryCourse course) {
        memory =
                memory.with(
                        network,
                        job.title(),
                        course.side().name(),
                        number(0, course.early().resident()),
                        number(0, course.late().resident()),
                        number(0, course.growth()),
                        number(0, course.late().peak()),
                        Integer.toString(course.steps()));
    }

    void waiting(Waiting waited, Pace pace) {
        waiting =
                waiting.with(
                        waited.preset().title(),
                        waited.taught() ? "labels and teachers" : "labels",
                        waited.title(),
                        Integer.toString(waited.steps()),
                        number(1, pace.patchesPerSecond()),
                        number(2, 100 * pace.waitingShare()) + " %");
    }

    void write(Output output) {
        output.table("training", steps);
        output.table("training-steps", raw);
        output.table("training-memory", memory);
        output.table("training-waiting", waiting);
        if (isMixedSupported) {
            output.table("training-bfloat16", mixed);
        }

        output.report("training", markdown());
    }

    private String markdown() {
        int processors = Runtime.getRuntime().availableProcessors();
        return "# Training\n\n- machine: "
                + Machine.describe()
                + "\n- threads: "
                + options.count("threads", processors)
                + "\n- Python: "
                + peer.description()
                + "\n"
                + agreements
                + "\n"
                + conditions()
                + "\n"
                + steps.markdown()
                + "\n"
                + memory.markdown()
                + "\n"
                + waiting.markdown()
                + "\n"
                + (isMixedSupported
                        ? mixed.markdown()
                        : "bfloat16: this processor has no instructions for it.\n");
    }

    private String conditions() {
        return String.format(
                Locale.ROOT,
                """
                Every side has a process of its own; all have the same batch (float32, one channel, two
                classes, 2 %% of the pixels labelled), number of threads, loss (cross entropy + soft Dice)
                and optimiser (AdamW). They take turns, %d steps each, %d times, in each of %d rounds of
                fresh processes; times are medians over all of these steps, ratios ours / theirs (least
                and most of the rounds). Ours also clips gradients, averages weights and copies the batch
                from the Java heap. "malloc tuned" is Python with an environment that lets glibc keep
                freed memory. First step: from the start of the process until its first step is done,
                median of the rounds. Memory: resident, of the whole process, the JVM included. Waiting for
                patches: share of the time of real training steps on a phantom, augmentation included.
                """,
                options.count("steps", 5),
                options.count("blocks", 4),
                options.count("rounds", 3));
    }

    private static String number(int decimals, double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
