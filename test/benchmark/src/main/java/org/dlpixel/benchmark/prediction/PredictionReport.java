package org.dlpixel.benchmark.prediction;

import java.util.List;
import java.util.Locale;
import org.dlpixel.benchmark.Machine;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.Table;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.train.settings.Preset;

/** Collects what was measured and writes it. */
final class PredictionReport {

    private final int threads;
    private final String python;

    private Table jobs =
            Table.of(
                    "network",
                    "side",
                    "job s",
                    "of that percentiles s",
                    "processor s",
                    "slices per s",
                    "ours / theirs",
                    "least",
                    "most",
                    "outside the network",
                    "process s",
                    "peak MiB");
    private Table rates =
            Table.of(
                    "network",
                    "precision",
                    "threads",
                    "convolutions GFLOP/s",
                    "network GFLOP/s",
                    "share",
                    "slice s");
    private Table agreements =
            Table.of("network", "side", "compared with", "pixels", "other class", "per cent");
    private Table memory = Table.of("network", "slices", "slice", "peak MiB");

    PredictionReport(int threads, String python) {
        this.threads = threads;
        this.python = python;
    }

    void rate(Preset preset, Precision precision, int number, Answer answer) {
        double attainable = answer.get(RateWorker.ATTAINABLE);
        double network = answer.get(RateWorker.NETWORK);
        rates =
                rates.with(
                        preset.title(),
                        precision.toString(),
                        Integer.toString(number),
                        number(1, attainable),
                        number(1, network),
                        number(2, network / attainable),
                        number(3, answer.get(RateWorker.SLICE)));
    }

    void timings(Preset preset, Job job, List<Timing> timings) {
        for (Timing timing : timings) {
            Precision precision = timing.side().precision();
            Timing ours = of(Side.ours(precision), timings);
            Timing.Ratio ratio = ours.ratio(timing);
            double outside = 100 * ours.beyond(of(Side.inference(precision), timings));
            double seconds = timing.median(Answer.JOB);
            jobs =
                    jobs.with(
                            preset.title(),
                            timing.side().name(),
                            number(2, seconds),
                            number(2, timing.median(Answer.RANGE)),
                            number(2, timing.median(Answer.CPU)),
                            number(2, job.slices() / seconds),
                            number(2, ratio.all()),
                            number(2, ratio.least()),
                            number(2, ratio.most()),
                            timing == ours ? number(1, outside) + " %" : "",
                            number(2, timing.median(Answer.PROCESS)),
                            number(0, timing.median(Answer.PEAK)));
        }
    }

    private static Timing of(Side side, List<Timing> timings) {
        return timings.stream().filter(t -> t.side().equals(side)).findFirst().orElseThrow();
    }

    void agreement(Preset preset, Side side, Side truth, Disagreement found) {
        agreements =
                agreements.with(
                        preset.title(),
                        side.name(),
                        truth.name(),
                        Long.toString(found.pixels()),
                        Long.toString(found.different()),
                        number(5, found.perCent()));
    }

    void memory(Preset preset, Job job, Answer answer) {
        try (SliceSource source = ImageFiles.open(job.volume())) {
            VolumeShape shape = source.shape();
            memory =
                    memory.with(
                            preset.title(),
                            Integer.toString(job.slices()),
                            shape.height() + " x " + shape.width(),
                            number(0, answer.get(Answer.PEAK)));
        }
    }

    void write(Output output) {
        output.table("prediction", jobs);
        output.table("prediction-rates", rates);
        output.table("prediction-agreement", agreements);
        output.table("prediction-memory", memory);
        output.report("prediction", markdown());
    }

    private String markdown() {
        return "# Prediction\n\n- machine: "
                + Machine.describe()
                + "\n- threads: "
                + threads
                + "\n- Python: "
                + python
                + "\n\n"
                + CONDITIONS
                + "\n"
                + String.join(
                        "\n",
                        jobs.markdown(),
                        rates.markdown(),
                        agreements.markdown(),
                        memory.markdown());
    }

    private static final String CONDITIONS =
            """
            Both sides segment the same uncompressed TIFF stack (uint16) into a TIFF stack (uint8) with the
            same weights: find the percentiles 1 and 99.8 of the volume, normalise, predict slice by slice,
            take the most probable class, write. Every run is a process of its own; sides take turns; times
            are medians over the rounds. A job starts when engine and model are loaded and ends when the
            file is complete; a process has everything. Python holds the volume in memory and uses MONAI's
            sliding windows of 1024 pixels, overlap 0.25, gaussian importance. Ratios compare ours in the
            same precision. "Outside the network" is the share of the job that a process does without which
            only finds the classes of as many slices, of one slice in memory; the two take turns.
            Convolutions: 64 to 64 channels, 3 x 3, on 256 x 256 pixels, one after the other through the same
            library in the same process, in turn with the network's finding of classes; the better of two
            memory layouts.
            """;

    private static String number(int decimals, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
