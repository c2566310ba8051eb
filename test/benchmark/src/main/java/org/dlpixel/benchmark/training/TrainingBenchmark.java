package org.dlpixel.benchmark.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dlpixel.benchmark.Options;
import org.dlpixel.benchmark.Output;
import org.dlpixel.core.network.Device;
import org.dlpixel.core.network.MixedPrecision;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.settings.Preset;

/** Training steps of ours beside Python's: time, time to the first step, memory. */
public final class TrainingBenchmark {

    private static final int BATCH = 8;
    private static final int CHECK_SIZE = 64;
    private static final int MEMORY_SIZE = 256;

    private final Options options;
    private final Output output;

    public TrainingBenchmark(Options options, Output output) {
        this.options = options;
        this.output = output;
    }

    /**
     * Measures, and writes {@code training.md} and {@code training*.csv} anew after every part, so
     * that nothing is lost if it is ended early.
     */
    public void run() throws IOException, InterruptedException {
        Peer peer = Peer.find();
        output.say("Python: " + peer.description());
        boolean mixed = MixedPrecision.isSupported(Device.CPU);
        List<Side> sides = sides(peer, mixed);
        TrainingReport report = new TrainingReport(options, peer, mixed);

        for (Map.Entry<String, UNetSettings> network : networks().entrySet()) {
            times(network.getKey(), network.getValue(), sides, report);
        }
        for (Map.Entry<String, UNetSettings> network : networks().entrySet()) {
            memory(network.getKey(), network.getValue(), sides, report);
        }
        waiting(Preset.STANDARD, false, report);
        waiting(Preset.STANDARD, true, report);
        waiting(Preset.ORIGINAL, false, report);
    }

    /** Ours, theirs, and both in bfloat16 if the processor has it. */
    private static List<Side> sides(Peer peer, boolean mixed) {
        List<Side> sides = new ArrayList<>(List.of(Side.ours()));
        sides.addAll(peer.sides());
        sides.add(Side.oursMixed());
        sides.removeIf(side -> side.precision() == Precision.BFLOAT16 && !mixed);
        return sides;
    }

    /** The networks that are trained. */
    private static Map<String, UNetSettings> networks() {
        UNetSettings small = UNetSettings.defaults();
        Map<String, UNetSettings> networks = new LinkedHashMap<>();
        networks.put("default: depth 3, 16 features, dropout 0.2", small);
        networks.put(
                "original: depth 5, 32 features",
                small.withDepth(5).withBaseFeatures(32).withDropout(0));
        return networks;
    }

    private void times(String name, UNetSettings network, List<Side> sides, TrainingReport report)
            throws IOException {
        if (sides.contains(Side.python())) {
            Job check = job(network, CHECK_SIZE);
            report.agreement(name, new Agreement(output).check(Side.ours(), Side.python(), check));
        }

        Alternation alternation =
                new Alternation(
                        options.count("rounds", 3),
                        options.count("blocks", 4),
                        options.count("steps", 5));
        for (int size : options.counts("sizes", List.of(256, 512))) {
            Job job = job(network, size);
            output.say("Training " + job.title() + ", " + name + " ...");
            report.timings(name, job, alternation.measure(sides, job, output));
            report.write(output);
        }
    }

    private void memory(String name, UNetSettings network, List<Side> sides, TrainingReport report)
            throws IOException {
        Job job = job(network, MEMORY_SIZE);
        int steps = options.count("memory-steps", 500);
        for (Side side : List.of(Side.ours(), Side.python())) {
            if (sides.contains(side)) {
                output.say("Memory of " + side.name() + ", " + job.title() + ", " + name + " ...");
                MemoryCourse.measure(side, job, steps, output)
                        .ifPresent(course -> report.memory(name, job, course));
                report.write(output);
            }
        }
    }

    private void waiting(Preset preset, boolean taught, TrainingReport report) throws IOException {
        Waiting waiting =
                Waiting.of(preset, taught, options.count("waiting-steps", 100), threads());
        output.say("Waiting for patches, " + preset.title() + ", " + waiting.title() + " ...");
        report.waiting(waiting, waiting.measure(output));
        report.write(output);
    }

    private int threads() {
        return options.count("threads", Runtime.getRuntime().availableProcessors());
    }

    private Job job(UNetSettings network, int size) {
        return Job.of(network, BATCH, size, threads(), output.work("training"));
    }
}
