package org.dlpixel.benchmark.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dlpixel.benchmark.Sample;
import org.dlpixel.benchmark.accuracy.WorkflowRun.Outcome;

/** What all runs gave, in the order in which they were done. */
final class Results {

    /**
     * Which run.
     *
     * @param set name of the stack
     * @param percent share of the labels that was used
     * @param seed of the training, and of the choice of labels
     */
    record Key(String set, int percent, int seed) {}

    private final Map<Key, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<Key, ForestPeer.Result> forests = new LinkedHashMap<>();

    void add(String set, int percent, int seed, Outcome outcome) {
        outcomes.put(new Key(set, percent, seed), outcome);
    }

    void addForest(String set, int seed, ForestPeer.Result result) {
        forests.put(new Key(set, 100, seed), result);
    }

    boolean isKnown(String set, int percent, int seed) {
        return outcomes.containsKey(new Key(set, percent, seed));
    }

    Map<Key, Outcome> outcomes() {
        return outcomes;
    }

    Optional<ForestPeer.Result> forest(Key key) {
        return Optional.ofNullable(forests.get(key));
    }

    List<String> sets() {
        return outcomes.keySet().stream().map(Key::set).distinct().toList();
    }

    List<Integer> percents() {
        return outcomes.keySet().stream().map(Key::percent).distinct().sorted().toList();
    }

    List<Integer> seeds() {
        return outcomes.keySet().stream().map(Key::seed).distinct().sorted().toList();
    }

    /** Dice of all seeds. */
    Sample dice(String set, int percent) {
        return Sample.of(
                seeds().stream()
                        .map(seed -> outcomes.get(new Key(set, percent, seed)))
                        .filter(Objects::nonNull)
                        .map(Outcome::dice)
                        .toList());
    }

    /** Seconds of all seeds. */
    Sample seconds(String set, int percent) {
        return Sample.of(
                seeds().stream()
                        .map(seed -> outcomes.get(new Key(set, percent, seed)))
                        .filter(Objects::nonNull)
                        .map(Outcome::seconds)
                        .toList());
    }

    /** Dice of the forest with all seeds; empty without a forest. */
    Sample forestDice(String set) {
        return Sample.of(
                forests.entrySet().stream()
                        .filter(entry -> entry.getKey().set().equals(set))
                        .map(entry -> entry.getValue().dice())
                        .toList());
    }
}
