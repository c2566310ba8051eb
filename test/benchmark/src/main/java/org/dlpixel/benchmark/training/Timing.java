package org.dlpixel.benchmark.training;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.benchmark.Sample;

/** What was measured of one side on one job, round by round; a round is a process. */
final class Timing {

    private final Side side;
    private final List<Double> firstStep = new ArrayList<>();
    private final List<List<Double>> rounds = new ArrayList<>();
    private Greeting greeting;

    Timing(Side side) {
        this.side = side;
    }

    Side side() {
        return side;
    }

    Greeting greeting() {
        return greeting;
    }

    /** Begins a round. */
    void start(Greeting newGreeting, double secondsToFirstStep) {
        greeting = newGreeting;
        firstStep.add(secondsToFirstStep);
        rounds.add(new ArrayList<>());
    }

    /** Adds steps to the last round. */
    void add(List<Double> millis) {
        rounds.get(rounds.size() - 1).addAll(millis);
    }

    /** Milliseconds of all steps, by round. */
    List<List<Double>> rounds() {
        return rounds;
    }

    /** Milliseconds of a step. */
    double median() {
        return Sample.of(rounds.stream().flatMap(List::stream).toList()).median();
    }

    /** Seconds from the start of the process to the end of its first step. */
    double secondsToFirstStep() {
        return Sample.of(firstStep).median();
    }

    /** How long a step takes here compared with the other side, in each round and in all. */
    Ratio ratio(Timing other) {
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            each.add(Sample.of(rounds.get(i)).median() / Sample.of(other.rounds.get(i)).median());
        }
        Sample sample = Sample.of(each);
        return new Ratio(median() / other.median(), sample.least(), sample.most());
    }

    /**
     * A ratio of medians.
     *
     * @param all over the steps of all rounds
     * @param least of the rounds
     * @param most of the rounds
     */
    record Ratio(double all, double least, double most) {}
}
