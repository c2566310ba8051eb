package org.dlpixel.benchmark.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlpixel.benchmark.Machine;
import org.dlpixel.benchmark.Options;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.Sample;
import org.dlpixel.benchmark.Table;

/** Tables and pictures of what was reached. */
final class AccuracyReport {

    private static final String WHAT =
            """
            Dice of the foreground, pooled over all voxels of the slices without labels; the example
            workflow as it is shipped, without any setting per set. Seconds are those of the whole
            process: start, reading, training, segmenting, pictures.
            """;
    private static final String THINNING =
            """
            Of every class on every labelled slice the given share of the labelled pixels is left:
            whole strokes in random order, the last one in part. The seed decides the strokes, too;
            with one seed, fewer labels are always among the more.
            """;
    private static final String EVIDENCE =
            """
            Only the augmentation differs. Mean ± standard deviation over the seeds; the last row is
            the mean ± standard deviation of the differences between runs with the same set and seed.
            """;
    private static final int ALL = 100;

    private final Results results;
    private final Options options;
    private final String forest;

    AccuracyReport(Results results, Options options, String forest) {
        this.results = results;
        this.options = options;
        this.forest = forest;
    }

    void writeAccuracy(Output output) {
        output.table("accuracy", runs());
        output.picture("accuracy", new Pictures(results).accuracy());
        output.report(
                "accuracy",
                "# Accuracy\n\n"
                        + header()
                        + "- random forest: "
                        + forest
                        + "\n\n"
                        + WHAT
                        + "\n"
                        + accuracyTable(results.seeds()).markdown());
    }

    void writeLearningCurve(Output output) {
        output.table("learning-curve", runs());
        output.picture("learning-curve", new Pictures(results).learningCurve());
        output.report(
                "learning-curve",
                "# Learning curve\n\n"
                        + header()
                        + "\n"
                        + WHAT
                        + THINNING
                        + "\n"
                        + learningTable().markdown());
    }

    void writeEvidence(Output output, String name, Evidence evidence) {
        output.table(name, evidence.runs());
        output.report(
                name,
                "# Does augmentation help\n\n"
                        + header()
                        + "\n"
                        + WHAT
                        + EVIDENCE
                        + "\n"
                        + evidence.table().markdown());
    }

    private String header() {
        String threads = options.text("threads").orElse("one per processor");
        String changed =
                options.workflow().isEmpty()
                        ? "none"
                        : "**" + String.join(" ", options.workflow()) + "**";
        return "- machine: "
                + Machine.describe()
                + "\n- threads: "
                + threads
                + "\n- settings changed: "
                + changed
                + "\n";
    }

    /** Every run. */
    private Table runs() {
        Table table =
                Table.of(
                        "set",
                        "labels %",
                        "seed",
                        "dice",
                        "precision",
                        "recall",
                        "seconds",
                        "peak MiB",
                        "forest dice",
                        "forest seconds");
        for (var entry : results.outcomes().entrySet()) {
            Results.Key key = entry.getKey();
            WorkflowRun.Outcome outcome = entry.getValue();
            table =
                    table.with(
                            key.set(),
                            Integer.toString(key.percent()),
                            Integer.toString(key.seed()),
                            number(4, outcome.dice()),
                            number(4, outcome.precision()),
                            number(4, outcome.recall()),
                            number(1, outcome.seconds()),
                            number(0, outcome.peak()),
                            results.forest(key).map(f -> number(4, f.dice())).orElse(""),
                            results.forest(key).map(f -> number(1, f.seconds())).orElse(""));
        }
        return table;
    }

    private Table accuracyTable(List<Integer> seeds) {
        List<String> head = new ArrayList<>(List.of("set"));
        seeds.forEach(seed -> head.add("seed " + seed));
        head.addAll(List.of("mean", "deviation", "seconds", "random forest, mean"));
        Table table = new Table(head, List.of());
        for (String set : results.sets()) {
            List<String> row = new ArrayList<>(List.of(set));
            seeds.forEach(seed -> row.add(number(3, dice(set, ALL, seed))));
            Sample dice = results.dice(set, ALL);
            row.add(number(3, dice.mean()));
            row.add(number(3, dice.deviation()));
            row.add(number(0, results.seconds(set, ALL).mean()));
            row.add(number(3, results.forestDice(set).mean()));
            table = table.with(row.toArray(String[]::new));
        }
        return table;
    }

    private Table learningTable() {
        List<String> head = new ArrayList<>(List.of("set"));
        results.percents().forEach(percent -> head.add(percent + " %"));
        Table table = new Table(head, List.of());
        for (String set : results.sets()) {
            List<String> row = new ArrayList<>(List.of(set));
            for (int percent : results.percents()) {
                Sample dice = results.dice(set, percent);
                String spread = dice.size() > 1 ? " ± " + number(3, dice.deviation()) : "";
                row.add(number(3, dice.mean()) + spread);
            }
            table = table.with(row.toArray(String[]::new));
        }
        return table;
    }

    private double dice(String set, int percent, int seed) {
        WorkflowRun.Outcome outcome = results.outcomes().get(new Results.Key(set, percent, seed));
        return outcome == null ? Double.NaN : outcome.dice();
    }

    private static String number(int decimals, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
