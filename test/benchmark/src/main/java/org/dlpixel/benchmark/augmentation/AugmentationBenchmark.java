package org.dlpixel.benchmark.augmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.dlpixel.benchmark.Options;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.training.StepTime;
import org.dlpixel.benchmark.training.Waiting;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.train.settings.Preset;

/**
 * Patches per second and core of ours beside Python's, what they cost beside a training step, and
 * how long training waits for them.
 */
public final class AugmentationBenchmark {

    private static final int BATCH = 8;
    private static final int STEP_SIZE = 256;
    private static final List<AugmentationSettings> WAITED_FOR =
            List.of(AugmentationSettings.STANDARD, AugmentationSettings.STRONG);

    private final Options options;
    private final Output output;
    private final double seconds;

    public AugmentationBenchmark(Options options, Output output) {
        this.options = options;
        this.output = output;
        this.seconds = options.count("millis", 800) / 1000.0;
    }

    /** Writes {@code augmentation.md} and {@code augmentation*.csv}. */
    public void run() throws IOException {
        List<Workload> workloads =
                options.text("operations").map(Workload::named).orElseGet(Workload::all);
        List<Library> libraries = new ArrayList<>();
        try {
            start(libraries);
            Map<Library.Name, String> found = new EnumMap<>(Library.Name.class);
            libraries.forEach(library -> found.put(library.name(), library.description()));
            AugmentationReport report = new AugmentationReport(found, seconds);
            for (int size : options.counts("sizes", List.of(256, 512))) {
                for (Workload workload : workloads) {
                    rate(workload, size, libraries, report);
                }
            }
            costs(workloads, report);
            waiting(report);
            report.write(output);
        } finally {
            for (Library library : libraries) {
                library.close();
            }
        }
    }

    private void start(List<Library> libraries) throws IOException {
        Path folder = output.work("augmentation");
        Path region = folder.resolve("region.bin");
        TestRegion.write(region);
        for (Library.Name name : Library.Name.values()) {
            Library library = Library.start(name, region, folder);
            output.say(name.title() + ": " + library.description());
            libraries.add(library);
        }
    }

    private void rate(
            Workload workload, int size, List<Library> libraries, AugmentationReport report)
            throws IOException {
        double ours = new OurSide(seconds).rate(workload, size);
        Map<Library.Name, Double> theirs = new EnumMap<>(Library.Name.class);
        for (Library library : libraries) {
            theirs.put(library.name(), library.rate(workload, size, seconds));
        }
        Rates.Row row = new Rates.Row(workload, size, ours, theirs);
        report.rates().add(row);
        report.save(output);
        output.say(row.describe());
    }

    /** Of the presets that were measured. */
    private void costs(List<Workload> workloads, AugmentationReport report) throws IOException {
        List<Workload> presets = workloads.stream().filter(Workload::isPreset).toList();
        if (presets.isEmpty()) {
            return;
        }
        int threads = threads();
        output.say("A training step of " + BATCH + " x " + STEP_SIZE + "^2 ...");
        double step = StepTime.millis(Preset.STANDARD, BATCH, STEP_SIZE, threads, output);
        for (Workload preset : presets) {
            OptionalDouble rate = report.rates().ours(preset.name(), STEP_SIZE);
            rate.ifPresent(
                    r -> report.cost(new Cost(preset.name(), BATCH * 1000 / r, step, threads)));
        }
        report.save(output);
    }

    private void waiting(AugmentationReport report) {
        int steps = options.count("waiting-steps", 40);
        int small = Preset.STANDARD.training().portions().patchSize();
        for (int size : List.of(small, STEP_SIZE)) {
            for (AugmentationSettings augmentation : WAITED_FOR) {
                Waiting waiting =
                        new Waiting(Preset.STANDARD, augmentation, size, false, steps, threads());
                output.say(
                        "Waiting for patches, "
                                + augmentation.label()
                                + ", "
                                + waiting.title()
                                + " ...");
                report.waiting(waiting, waiting.measure(output));
                report.save(output);
            }
        }
    }

    private int threads() {
        return options.count("threads", Runtime.getRuntime().availableProcessors());
    }
}
