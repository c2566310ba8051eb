package org.dlpixel.benchmark.accuracy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dlpixel.benchmark.Sample;
import org.dlpixel.benchmark.Table;
import org.dlpixel.benchmark.accuracy.WorkflowRun.Outcome;

/** Dice with several augmentations, on the same sets and with the same seeds. */
final class Evidence {

    private static final String[] HEADER = {
        "augmentation", "set", "seed", "dice", "precision", "recall", "seconds", "peak MiB"
    };
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader(HEADER).setSkipHeaderRecord(true).build();

    /**
     * Which run.
     *
     * @param augmentation name of the preset
     * @param set name of the stack
     * @param seed of the training
     */
    record Key(String augmentation, String set, int seed) {}

    private final Map<Key, Outcome> outcomes = new LinkedHashMap<>();

    /** What an earlier run has written, or nothing if there is no such file. */
    static Evidence read(Path csv) throws IOException {
        Evidence evidence = new Evidence();
        if (Files.exists(csv)) {
            for (CSVRecord row : FORMAT.parse(new StringReader(Files.readString(csv)))) {
                evidence.add(
                        new Key(row.get(0), row.get(1), Integer.parseInt(row.get(2))),
                        new Outcome(
                                decimal(row.get(3)),
                                decimal(row.get(4)),
                                decimal(row.get(5)),
                                decimal(row.get(6)),
                                decimal(row.get(7))));
            }
        }
        return evidence;
    }

    private static double decimal(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    void add(Key key, Outcome outcome) {
        outcomes.put(key, outcome);
    }

    boolean isKnown(Key key) {
        return outcomes.containsKey(key);
    }

    /** Every run. */
    Table runs() {
        Table table = Table.of(HEADER);
        for (Map.Entry<Key, Outcome> entry : outcomes.entrySet()) {
            Key key = entry.getKey();
            Outcome outcome = entry.getValue();
            table =
                    table.with(
                            key.augmentation(),
                            key.set(),
                            Integer.toString(key.seed()),
                            number(4, outcome.dice()),
                            number(4, outcome.precision()),
                            number(4, outcome.recall()),
                            number(1, outcome.seconds()),
                            number(0, outcome.peak()));
        }
        return table;
    }

    /**
     * Mean and deviation of the Dice, a row per set and a column per augmentation; below the sets
     * their mean, and by how much it is above that of the first augmentation where both have run
     * with the same seeds.
     */
    Table table() {
        List<String> augmentations = distinct(Key::augmentation);
        List<String> head = new ArrayList<>(List.of("set"));
        head.addAll(augmentations);
        List<List<String>> rows = new ArrayList<>();
        for (String set : distinct(Key::set)) {
            List<String> row = new ArrayList<>(List.of(set));
            augmentations.forEach(augmentation -> row.add(cell(dice(augmentation, set))));
            rows.add(row);
        }
        List<String> all = new ArrayList<>(List.of("all sets"));
        List<String> gain = new ArrayList<>(List.of("more than " + augmentations.get(0)));
        for (String augmentation : augmentations) {
            all.add(number(3, meanOfSets(augmentation)));
            gain.add(gain(augmentation, augmentations.get(0)));
        }
        rows.add(all);
        rows.add(gain);
        return new Table(head, rows);
    }

    private <T> List<T> distinct(Function<Key, T> of) {
        return outcomes.keySet().stream().map(of).distinct().toList();
    }

    private Sample dice(String augmentation, String set) {
        return Sample.of(
                outcomes.entrySet().stream()
                        .filter(entry -> entry.getKey().augmentation().equals(augmentation))
                        .filter(entry -> entry.getKey().set().equals(set))
                        .map(entry -> entry.getValue().dice())
                        .toList());
    }

    private double meanOfSets(String augmentation) {
        return Sample.of(
                        distinct(Key::set).stream()
                                .map(set -> dice(augmentation, set).mean())
                                .filter(mean -> !mean.isNaN())
                                .toList())
                .mean();
    }

    /** Mean and deviation over pairs of runs with the same set and seed. */
    private String gain(String augmentation, String base) {
        if (augmentation.equals(base)) {
            return "";
        }
        List<Double> gains = new ArrayList<>();
        for (Map.Entry<Key, Outcome> entry : outcomes.entrySet()) {
            Key key = entry.getKey();
            Outcome other = outcomes.get(new Key(base, key.set(), key.seed()));
            if (key.augmentation().equals(augmentation) && other != null) {
                gains.add(entry.getValue().dice() - other.dice());
            }
        }
        return cell(Sample.of(gains));
    }

    private static String cell(Sample sample) {
        String spread = sample.size() > 1 ? " ± " + number(3, sample.deviation()) : "";
        return number(3, sample.mean()) + spread;
    }

    private static String number(int decimals, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
