package org.dlpixel.core.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
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

    /** Where the training patches of a fold come from. */
    @FunctionalInterface
    public interface Patches {

        /**
         * @param regions to train on
         * @param settings those of the fold, with a seed of its own
         */
        PatchSource of(List<LabelledRegion> regions, TrainingSettings settings);
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
    private final TrainingSettings settings;
    private final Patches patches;

    /**
     * @param settings of every training, but for the seed; the time limit is that of one fold
     */
    public CrossValidation(UNetSettings network, TrainingSettings settings, Patches patches) {
        this.network = network;
        this.settings = settings;
        this.patches = patches;
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
        OutOfFoldCollector pixels = new OutOfFoldCollector(network.classes(), grouping.of(heldOut));
        SplittableRandom seeds = new SplittableRandom(settings.seed());
        for (int i = 0; i < folds.size(); i++) {
            Progress part =
                    progress.part((double) i / folds.size(), (double) (i + 1) / folds.size());
            TrainingSettings own = settings.withSeed(seeds.nextLong());
            List<LabelledRegion> training = folds.get(i).training();
            TrainingResult result =
                    new Trainer(network, own)
                            .train(data.with(training), patches.of(training, own), part);
            trainings.add(result);
            predict(result.model(), labelled(folds.get(i).validation()), pixels, part);
        }
        return new Result(trainings, pixels.result());
    }

    private static List<LabelledRegion> labelled(List<LabelledRegion> regions) {
        return regions.stream().filter(region -> region.labels().labelled() > 0).toList();
    }

    private void predict(
            PixelModel model,
            List<LabelledRegion> regions,
            OutOfFoldCollector pixels,
            Progress progress) {
        try (Network open = model.open(settings.threads())) {
            for (LabelledRegion region : regions) {
                progress.checkCancelled();
                ValidationView view = ValidationView.of(region, network);
                pixels.add(
                        new LabelMask(view.width(), view.height(), view.labels()),
                        open.probabilities(view.image(), 1, view.height(), view.width()));
            }
        }
    }
}
