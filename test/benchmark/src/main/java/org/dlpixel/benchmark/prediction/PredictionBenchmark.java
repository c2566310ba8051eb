package org.dlpixel.benchmark.prediction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dlpixel.benchmark.Options;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.Project;
import org.dlpixel.benchmark.PythonCheck;
import org.dlpixel.core.network.Device;
import org.dlpixel.core.network.MixedPrecision;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.train.settings.Preset;

/** Segmentation of a volume from file to file, ours beside Python's. */
public final class PredictionBenchmark {

    private static final int SIDE = 1536;
    private static final int RATE_ROUNDS = 15;
    private static final int CHECKED_SLICES = 4;
    private static final int MEMORY_SIDE = 512;
    private static final int LARGE_WIDTH = 2868;
    private static final int LARGE_HEIGHT = 3080;
    private static final int LARGE_SLICES = 3;

    private final Options options;
    private final Output output;

    public PredictionBenchmark(Options options, Output output) {
        this.options = options;
        this.output = output;
    }

    /** Measures and writes {@code prediction.md} and {@code prediction*.csv}. */
    public void run() throws IOException, InterruptedException {
        PythonCheck network = PythonCheck.run("check.py", "monai_unet.npz");
        PythonCheck windows = PythonCheck.run("check_sliding.py", "sliding_window.npz");
        boolean python = network.present() && windows.present();
        boolean mixed = MixedPrecision.isSupported(Device.CPU);
        PredictionReport report =
                new PredictionReport(threads(), network.text() + "; " + windows.text());
        output.say("Python: " + network.text() + "; " + windows.text());
        for (Preset preset : List.of(Preset.ORIGINAL, Preset.STANDARD)) {
            Job job = job(preset);
            rates(preset, job, mixed, report);
            time(preset, job, sides(python, mixed), report);
            agreement(preset, job, python, mixed, report);
        }
        memory(report);
        report.write(output);
    }

    private static List<Side> sides(boolean python, boolean mixed) {
        List<Side> sides = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            sides.addAll(List.of(Side.ours(precision), Side.inference(precision)));
        }
        if (python) {
            sides.addAll(List.of(Side.python(), Side.tunedPython(), Side.pythonMixed()));
        }
        sides.removeIf(side -> side.precision() == Precision.BFLOAT16 && !mixed);
        return sides;
    }

    private Job job(Preset preset) {
        int slices = options.count("slices", 40);
        return new Job(
                preset.network(),
                TestModel.make(preset, threads(), output),
                TestVolume.make(SIDE, SIDE, slices, output),
                folder().resolve("segmentation.tif"),
                slices,
                threads());
    }

    private void rates(Preset preset, Job job, boolean mixed, PredictionReport report)
            throws IOException, InterruptedException {
        for (Precision precision : Precision.values()) {
            if (precision == Precision.BFLOAT16 && !mixed) {
                continue;
            }
            for (int threads : IntStream.of(1, job.threads()).distinct().toArray()) {
                output.say("Rate, " + preset.title() + ", " + precision + ", " + threads + " ...");
                report.rate(preset, precision, threads, rate(job.withThreads(threads), precision));
            }
        }
    }

    private Answer rate(Job job, Precision precision) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(job.arguments());
        arguments.add(Side.PRECISION + precision);
        arguments.add(RateWorker.ROUNDS + RATE_ROUNDS);
        return Answer.of(
                Project.java(RateWorker.class.getName(), arguments),
                Side.ours(Precision.FLOAT32).environment(),
                log());
    }

    private void time(Preset preset, Job job, List<Side> sides, PredictionReport report)
            throws IOException, InterruptedException {
        List<Timing> timings = sides.stream().map(Timing::new).toList();
        for (int round = 0; round < options.count("rounds", 2); round++) {
            for (Timing timing : timings) {
                output.say(preset.title() + ", " + timing.side().name() + " ...");
                Job own = job.withOutput(segmentation(timing.side()));
                timing.add(ask(timing.side(), own));
            }
        }
        report.timings(preset, job, timings);
    }

    private Answer ask(Side side, Job job) throws IOException, InterruptedException {
        return Answer.of(side.commandFor(job), side.environment(), log());
    }

    /** Whole slices by Python are the truth. */
    private void agreement(
            Preset preset, Job job, boolean python, boolean mixed, PredictionReport report)
            throws IOException, InterruptedException {
        Path ours = segmentation(Side.ours(Precision.FLOAT32));
        if (python) {
            Side whole = Side.wholePython(Math.min(job.slices(), CHECKED_SLICES));
            output.say(preset.title() + ", " + whole.name() + " ...");
            ask(whole, job.withOutput(segmentation(whole)));
            report.agreement(preset, Side.ours(Precision.FLOAT32), whole, compare(ours, whole));
            report.agreement(
                    preset, Side.python(), whole, compare(segmentation(Side.python()), whole));
            report.agreement(
                    preset,
                    Side.python(),
                    Side.ours(Precision.FLOAT32),
                    compare(ours, Side.python()));
        }
        if (mixed) {
            report.agreement(
                    preset,
                    Side.ours(Precision.BFLOAT16),
                    Side.ours(Precision.FLOAT32),
                    compare(ours, Side.ours(Precision.BFLOAT16)));
        }
    }

    private Disagreement compare(Path one, Side other) {
        return Disagreement.between(one, segmentation(other));
    }

    private void memory(PredictionReport report) throws IOException, InterruptedException {
        int many = options.count("memory-slices", 400);
        Path stack = TestVolume.make(MEMORY_SIDE, MEMORY_SIDE, many, output);
        Job job = job(Preset.STANDARD).withOutput(folder().resolve("memory.tif"));
        for (int slices : List.of(many / 20, many)) {
            memory(
                    Preset.STANDARD,
                    new Job(job.network(), job.model(), stack, job.output(), slices, threads()),
                    report);
        }
        Path large = TestVolume.make(LARGE_WIDTH, LARGE_HEIGHT, LARGE_SLICES, output);
        for (Preset preset : List.of(Preset.STANDARD, Preset.ORIGINAL)) {
            Job own = job(preset);
            memory(
                    preset,
                    new Job(
                            own.network(),
                            own.model(),
                            large,
                            job.output(),
                            LARGE_SLICES,
                            threads()),
                    report);
        }
    }

    private void memory(Preset preset, Job job, PredictionReport report)
            throws IOException, InterruptedException {
        output.say("Memory of " + job.slices() + " slices, " + preset.title() + " ...");
        report.memory(preset, job, ask(Side.ours(Precision.FLOAT32), job));
    }

    private Path segmentation(Side side) {
        return folder().resolve(side.name().replaceAll("\\W+", "-") + ".tif");
    }

    private Path folder() {
        return output.work("prediction");
    }

    private Path log() {
        return folder().resolve("log");
    }

    private int threads() {
        return options.count("threads", Runtime.getRuntime().availableProcessors());
    }
}
