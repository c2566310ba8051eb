package org.dlpixel.core.train.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.train.CrossValidation;
import org.dlpixel.core.train.OutOfFold;
import org.dlpixel.core.train.TrainingHistory;
import org.dlpixel.core.train.TrainingResult;
import org.dlpixel.core.train.data.TrainingChecks;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.validation.Fold;
import org.dlpixel.core.train.validation.Grouping;

/**
 * One network for every fold, and what they think of what they were not trained on.
 *
 * @param trainings by fold, each watched by what it was not trained on
 * @param predictions empty if nothing labelled was held out
 */
record FoldNetworks(List<TrainingResult> trainings, Optional<OutOfFold> predictions) {

    /**
     * Trains them.
     *
     * @param limit share of the time limit for all together, 0..1
     */
    static FoldNetworks train(
            Lessons lessons,
            TrainingData data,
            List<Fold> folds,
            double limit,
            Grouping grouping,
            Progress progress) {
        List<LabelledRegion> held =
                folds.stream().flatMap(fold -> fold.validation().stream()).toList();
        if (held.stream().noneMatch(region -> region.labels().labelled() > 0)) {
            TrainingData all = data.with(folds.get(0).training());
            return new FoldNetworks(
                    List.of(lessons.ofFold(all, lessons.settings().seed(), 0, limit, progress)),
                    Optional.empty());
        }
        CrossValidation.Result result =
                new CrossValidation(
                                lessons.network(),
                                (own, seed, fold, part) ->
                                        lessons.ofFold(own, seed, fold, limit / folds.size(), part),
                                lessons.settings().seed(),
                                lessons.settings().threads())
                        .run(data, folds, grouping, progress);
        return new FoldNetworks(result.trainings(), Optional.of(result.predictions()));
    }

    List<PixelModel> models() {
        return trainings.stream().map(TrainingResult::model).toList();
    }

    /**
     * The final training with what its forerunners were seen to do: after every epoch the mean over
     * the folds of Dice and loss, where it was not validated itself.
     */
    TrainingResult watched(TrainingResult last) {
        if (last.history().isValidated() || predictions.isEmpty()) {
            return last;
        }
        List<TrainingHistory> histories = trainings.stream().map(TrainingResult::history).toList();
        List<String> warnings =
                last.warnings().stream()
                        .filter(warning -> !warning.equals(TrainingChecks.NOTHING_HELD_OUT))
                        .toList();
        return new TrainingResult(last.model(), last.history().watchedBy(histories), warnings);
    }

    /** What every network made of the regions of its fold that were held out. */
    List<Examined> examined(List<Fold> folds, int threads) {
        List<Examined> all = new ArrayList<>();
        for (int i = 0; i < trainings.size(); i++) {
            all.addAll(Examined.of(trainings.get(i).model(), folds.get(i).validation(), threads));
        }
        return all;
    }

    /** What the final network learns from: all regions if several folds held all of them out. */
    static List<LabelledRegion> finalRegions(List<Fold> folds) {
        if (folds.size() == 1) {
            return folds.get(0).regions();
        }
        List<LabelledRegion> all = new ArrayList<>();
        folds.get(0).regions().forEach(region -> all.add(region.as(Split.TRAIN)));
        return all;
    }
}
