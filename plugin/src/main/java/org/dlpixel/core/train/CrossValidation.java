package org.dlpixel.core.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.validation.Fold;
import org.dlpixel.core.train.validation.Grouping;

/**
 * Trains one network per division of the regions and predicts with each what it was not trained on.
 *
 * <p>Nothing is chosen by the held-out regions: every network keeps its last weights. So the scores
 * are those of networks trained on fewer regions than the final one, and neither flattered nor
 * spoilt by a choice.
 */
public final class CrossValidation {

    /** How a fold is trained. */
    @FunctionalInterface
    public interface Lesson {

        /**
         * @param data the regions of the fold; those held out must not choose weights, see {@link
         *     Trainer#watching}
         * @param seed of the fold
         * @param fold 0-based
         */
        TrainingResult train(TrainingData data, long seed, int fold, Progress progress);
    }

    /**
     * What cross-validation yields.
     *
     * @param trainings by fold
     * @param predictions at every labelled pixel that was held out; one that was held out in
     *     several folds occurs as often
     */
    public record Result(List<TrainingResult> trainings, OutOfFold predictions) {

        public Result {
            trainings = List.copyOf(trainings);
        }

        /** The networks by fold. */
        public List<PixelModel> models() {
            return trainings.stream().map(TrainingResult::model).toList();
        }
    }

    private final UNetSettings network;
    private final Lesson lesson;
    private final long seed;
    private final int threads;

    /**
     * @param network that every fold is trained with
     * @param seed that the folds' seeds are drawn from
     * @param threads threads per operation in prediction
     */
    public CrossValidation(UNetSettings network, Lesson lesson, long seed, int threads) {
        this.network = network;
        this.lesson = lesson;
        this.seed = seed;
        this.threads = threads;
    }

    /**
     * Trains and predicts.
     *
     * @param data its regions are replaced by those of the folds
     * @param folds each with at least one region to train on and one that is held out
     * @param grouping what counts as one group in the result
     * @param progress of all folds
     */
    public Result run(TrainingData data, List<Fold> folds, Grouping grouping, Progress progress) {
        List<TrainingResult> trainings = new ArrayList<>();
        List<LabelledRegion> heldOut =
                folds.stream().flatMap(fold -> labelled(fold.validation()).stream()).toList();
        int[] groups = grouping.of(heldOut);
        int done = 0;
        OutOfFoldCollector pixels = new OutOfFoldCollector(network.classes(), threads);
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int i = 0; i < folds.size(); i++) {
            Progress part =
                    progress.part((double) i / folds.size(), (double) (i + 1) / folds.size());
            TrainingResult result =
                    lesson.train(data.with(folds.get(i).regions()), seeds.nextLong(), i, part);
            trainings.add(result);
            List<LabelledRegion> held = labelled(folds.get(i).validation());
            int[] its = Arrays.copyOfRange(groups, done, done + held.size());
            pixels.predict(result.model(), held, its, part);
            done += held.size();
        }
        return new Result(trainings, pixels.result());
    }

    private static List<LabelledRegion> labelled(List<LabelledRegion> regions) {
        return regions.stream().filter(region -> region.labels().labelled() > 0).toList();
    }
}
