package org.dlpixel.benchmark.accuracy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlpixel.benchmark.Options;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.accuracy.WorkflowRun.Outcome;
import org.dlpixel.core.augment.AugmentationSettings;

/**
 * Dice of the example workflow's defaults on every set, with several seeds; and with fewer labels.
 */
public final class AccuracyBenchmark {

    private static final List<Integer> FRACTIONS = List.of(25, 50, 100);
    private static final int ALL = 100;
    private static final String EVIDENCE = "augmentation-evidence";

    private final Options options;
    private final Output output;
    private final Results results = new Results();

    public AccuracyBenchmark(Options options, Output output) {
        this.options = options;
        this.output = output;
    }

    /** Writes {@code accuracy.md}, {@code .csv} and {@code .png}. */
    public void accuracy() throws IOException, InterruptedException {
        Optional<ForestPeer> forest = ForestPeer.find();
        for (LabelledSet set : LabelledSets.find(options, output)) {
            for (int seed : seeds()) {
                measure(set, ALL, seed);
                if (forest.isPresent()) {
                    results.addForest(set.name(), seed, forest.get().run(set, seed, threads()));
                }
            }
        }
        String peer = forest.map(ForestPeer::description).orElse("absent: no scikit-learn");
        new AccuracyReport(results, options, peer).writeAccuracy(output);
    }

    /**
     * Compares augmentations and writes {@code augmentation-evidence.md} and {@code .csv} anew
     * after every run; what that table has already is not run again.
     *
     * @param names of the presets, separated by commas; others are compared with the first
     */
    public void evidence(String names) throws IOException, InterruptedException {
        List<AugmentationSettings> augmentations =
                Stream.of(names.split(",", -1)).map(AugmentationSettings::preset).toList();
        Evidence evidence = Evidence.read(output.folder().resolve(EVIDENCE + ".csv"));
        AccuracyReport report = new AccuracyReport(results, options, "");
        for (int seed : seeds()) {
            for (LabelledSet set : LabelledSets.find(options, output)) {
                for (AugmentationSettings augmentation : augmentations) {
                    Evidence.Key key = new Evidence.Key(augmentation.name(), set.name(), seed);
                    if (!evidence.isKnown(key)) {
                        evidence.add(key, measure(key, set, augmentation));
                        report.writeEvidence(output, EVIDENCE, evidence);
                    }
                }
            }
        }
    }

    private Outcome measure(Evidence.Key key, LabelledSet set, AugmentationSettings augmentation)
            throws IOException, InterruptedException {
        return new WorkflowRun(options, output)
                .run(
                        set.name() + "-" + key.augmentation(),
                        set,
                        key.seed(),
                        WorkflowRun.augmentation(augmentation));
    }

    /** Writes {@code learning-curve.md}, {@code .csv} and {@code .png}. */
    public void learningCurve() throws IOException, InterruptedException {
        for (LabelledSet set : LabelledSets.find(options, output)) {
            for (int percent : options.counts("fractions", FRACTIONS)) {
                for (int seed : seeds()) {
                    measure(set, percent, seed);
                }
            }
        }
        new AccuracyReport(results, options, "").writeLearningCurve(output);
    }

    private void measure(LabelledSet set, int percent, int seed)
            throws IOException, InterruptedException {
        if (results.isKnown(set.name(), percent, seed)) {
            return;
        }
        String name = set.name() + "-" + percent;
        LabelledSet thinned = set;
        if (percent < ALL) {
            String file = name + "-seed-" + seed + ".tif";
            thinned = set.withLabels(output.work("labels").resolve(file));
            LabelThinning.thin(set.labels(), thinned.labels(), percent / 100.0, seed);
        }
        Outcome outcome = new WorkflowRun(options, output).run(name, thinned, seed);
        results.add(set.name(), percent, seed, outcome);
        output.say(
                String.format(
                        Locale.ROOT,
                        "%s, %d %% of the labels, seed %d: Dice %.3f, %.0f s",
                        set.name(),
                        percent,
                        seed,
                        outcome.dice(),
                        outcome.seconds()));
    }

    private List<Integer> seeds() {
        return options.counts("seeds", List.of(1, 2, 3));
    }

    private int threads() {
        return options.count("threads", Runtime.getRuntime().availableProcessors());
    }
}
