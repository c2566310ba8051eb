package org.dlpixel.benchmark.prediction;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.benchmark.Sample;

/** What was measured of one side on one job, round by round; a round is a process. */
final class Timing {

    private final Side side;
    private final List<Answer> rounds = new ArrayList<>();

    Timing(Side side) {
        this.side = side;
    }

    Side side() {
        return side;
    }

    void add(Answer answer) {
        rounds.add(answer);
    }

    List<Answer> rounds() {
        return rounds;
    }

    /** The median of the rounds. */
    double median(String name) {
        return Sample.of(rounds.stream().map(answer -> answer.get(name)).toList()).median();
    }

    /** How long the job takes here compared with the other side. */
    Ratio ratio(Timing other) {
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            each.add(rounds.get(i).get(Answer.JOB) / other.rounds.get(i).get(Answer.JOB));
        }
        Sample sample = Sample.of(each);
        double all = median(Answer.JOB) / other.median(Answer.JOB);
        return new Ratio(all, sample.least(), sample.most());
    }

    /**
     * Share of the job's time that the other side, which only computes, does without: the median.
     */
    double beyond(Timing inference) {
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            double alone = inference.rounds.get(i).get(Answer.JOB);
            each.add(1 - alone / rounds.get(i).get(Answer.JOB));
        }
        return Sample.of(each).median();
    }

    /**
     * A ratio of medians.
     *
     * @param all of the medians
     * @param least of the rounds
     * @param most of the rounds
     */
    record Ratio(double all, double least, double most) {}
}
