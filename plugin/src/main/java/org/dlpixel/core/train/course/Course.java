package org.dlpixel.core.train.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.forest.ForestSettings;
import org.dlpixel.core.forest.PixelForest;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.OutOfFold;
import org.dlpixel.core.train.TrainingResult;
import org.dlpixel.core.train.course.SelfTrainingSettings.Teaching;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.dlpixel.core.train.validation.Fold;

/**
 * Makes a model from labelled regions and the volumes they come from:
 *
 * <ol>
 *   <li>a network is trained for every fold of the validation plan and judged by what it was not
 *       trained on;
 *   <li>these networks and a random forest look at boxes drawn uniformly from the volumes; their
 *       mean opinion is shifted to the class priors of the volume;
 *   <li>the final network, the student, learns from labels and opinions together;
 *   <li>its temperature is that of the folds' networks, its priors are those of its teachers.
 * </ol>
 *
 * <p>Without volumes or without self-training the final network learns from labels alone; with a
 * plan that holds out once or never, it is the only one then. Everything follows from the seed.
 */
public final class Course {

    private static final double FOLDS = 0.55;
    private static final double OPINIONS = 0.65;
    private static final double FINAL = 0.95;

    private final TrainingSettings settings;
    private final CourseSettings course;
    private final UNetSettings network;
    private final AugmentationSettings augmentation;

    /**
     * @param network with the channels and classes of the data
     * @param settings of every training; the time limit is that of the whole course
     * @param augmentation how patches are varied
     * @param course what is done besides
     */
    public Course(
            UNetSettings network,
            TrainingSettings settings,
            AugmentationSettings augmentation,
            CourseSettings course) {
        this.network = network;
        this.settings = settings;
        this.augmentation = augmentation;
        this.course = course;
    }

    /**
     * Makes the model.
     *
     * @param start where every network starts; empty: random
     * @throws org.dlpixel.core.image.PixelClassificationException.InvalidInput if the labels cannot
     *     be learnt from
     * @throws org.dlpixel.core.image.PixelClassificationException.Cancelled if the user stops
     */
    public CourseResult train(TrainingData data, Optional<PixelModel> start, Progress progress) {
        Lessons lessons = new Lessons(network, settings, augmentation, start, course.checkpoints());
        List<Fold> folds = course.plan().folds(data.regions());
        List<LabelledRegion> boxes = boxes(data, progress.part(0, 0));
        Finish finish = new Finish(data.classes(), course, settings, boxes);
        boolean taught = course.selfTraining().isPresent() && !boxes.isEmpty();
        if (!taught && folds.size() == 1) {
            Fold fold = folds.get(0);
            TrainingResult only =
                    lessons.onLabels(data.with(fold.regions()), 1, progress.part(0, FINAL));
            return finish.alone(only, fold.validation());
        }
        FoldNetworks judges =
                FoldNetworks.train(
                        lessons, data, folds, FOLDS, course.grouping(), progress.part(0, FOLDS));
        TrainingData all = data.with(FoldNetworks.finalRegions(folds));
        if (!taught) {
            TrainingResult last = lessons.onLabels(all, 1 - FOLDS, progress.part(FOLDS, FINAL));
            return finish.judged(judges.watched(last), judges.predictions())
                    .with(judges.examined(folds, settings.threads()));
        }
        if (teaching() == Teaching.MEAN_TEACHER) {
            TrainingResult own =
                    lessons.onItsOwnAverage(all, boxes, 1 - FOLDS, progress.part(FOLDS, FINAL));
            return finish.judged(judges.watched(own), judges.predictions())
                    .with(judges.examined(folds, settings.threads()));
        }
        Teachers teachers = teachers(judges, folds, data);
        List<FloatImage> opinions =
                teachers.opinions(boxes, all.regions(), progress.part(FOLDS, OPINIONS));
        Optional<OutOfFold> held =
                judges.predictions().map(p -> teachers.outOfFold(p, progress.part(0, 0)));
        VolumeShift shift = finish.shift(held, opinions);
        TrainingResult student =
                lessons.onOpinions(
                        all, taught(boxes, opinions), 1 - FOLDS, progress.part(OPINIONS, FINAL));
        return finish.taught(judges.watched(student), judges.predictions(), shift, opinions)
                .with(judges.examined(folds, settings.threads()));
    }

    private List<LabelledRegion> boxes(TrainingData data, Progress progress) {
        boolean needed =
                course.selfTraining().isPresent()
                        || !(course.priors() instanceof Priors.AsLabelled);
        if (!needed || data.volumes().isEmpty()) {
            return List.of();
        }
        SelfTrainingSettings self = course.selfTraining().orElseGet(SelfTrainingSettings::defaults);
        return new UnlabelledBoxes(self.boxSide(), self.boxPixels(), settings.seed())
                .draw(data.volumes(), data.context(), data.normalization(), progress);
    }

    private Teaching teaching() {
        return course.selfTraining().orElseThrow().teaching();
    }

    private Teachers teachers(FoldNetworks judges, List<Fold> folds, TrainingData data) {
        boolean forest = teaching() == Teaching.NETWORKS_AND_FOREST;
        return new Teachers(
                judges.models(),
                folds,
                forest ? Optional.of(forests(data)) : Optional.empty(),
                settings.threads());
    }

    private Function<List<LabelledRegion>, Teacher> forests(TrainingData data) {
        ForestSettings forest =
                ForestSettings.defaults().withSeed(settings.seed()).withThreads(settings.threads());
        return regions -> {
            PixelForest trees =
                    PixelForest.train(
                            regions,
                            data.classes().size(),
                            data.context(),
                            forest,
                            Progress.none());
            return (region, progress) ->
                    trees.probabilities(region.image(), region.range(), progress);
        };
    }

    private static List<LabelledRegion> taught(
            List<LabelledRegion> boxes, List<FloatImage> opinions) {
        List<LabelledRegion> taught = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            taught.add(TaughtPatches.taught(boxes.get(i), opinions.get(i)));
        }
        return taught;
    }
}
