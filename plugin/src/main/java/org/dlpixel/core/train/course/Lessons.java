package org.dlpixel.core.train.course;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.Checkpoints;
import org.dlpixel.core.train.Trainer;
import org.dlpixel.core.train.TrainingResult;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.patches.PatchSource;
import org.dlpixel.core.train.settings.TrainingSettings;

/**
 * Single trainings of one kind of network.
 *
 * @param network with the channels and classes of the data
 * @param settings of every training, but for seeds and time limits
 * @param augmentation how patches are varied
 * @param start where every network starts; empty: random
 * @param checkpoints a folder for the folders of the trainings, if their state is kept
 */
record Lessons(
        UNetSettings network,
        TrainingSettings settings,
        AugmentationSettings augmentation,
        Optional<PixelModel> start,
        Optional<Checkpoints> checkpoints) {

    private static final String FINAL = "final";

    /**
     * Trains the final network on labels alone; held-out regions choose the epoch.
     *
     * @param limit share of the time limit, 0..1
     */
    TrainingResult onLabels(TrainingData data, double limit, Progress progress) {
        TrainingSettings own = limited(settings, limit);
        return trainer(own, FINAL).train(data, labelled(data.regions(), own), progress);
    }

    /**
     * Trains the network of a fold on labels alone; its last weights are kept.
     *
     * @param limit share of the time limit, 0..1
     */
    TrainingResult ofFold(TrainingData data, long seed, int fold, double limit, Progress progress) {
        TrainingSettings own = limited(settings, limit).withSeed(seed);
        return trainer(own, "fold-" + (fold + 1))
                .watching()
                .train(data, labelled(data.regions(), own), progress);
    }

    /**
     * Trains the final network on labels and on what teachers think of boxes.
     *
     * @param boxes see {@link TaughtPatches#taught}
     * @param limit share of the time limit, 0..1
     */
    TrainingResult onOpinions(
            TrainingData data, List<LabelledRegion> boxes, double limit, Progress progress) {
        TrainingSettings own = limited(settings, limit);
        return trainer(own, FINAL)
                .train(data, taught(data, TaughtPatches.Boxes.of(boxes), own), progress);
    }

    /**
     * Trains the final network on labels and on what its own average thinks of boxes.
     *
     * @param boxes raw, without labels
     * @param limit share of the time limit, 0..1
     */
    TrainingResult onItsOwnAverage(
            TrainingData data, List<LabelledRegion> boxes, double limit, Progress progress) {
        checkpoints.ifPresent(Lessons::refuse);
        TrainingSettings own = limited(settings, limit);
        MeanTeacher teacher =
                new MeanTeacher(boxes, network, own.portions().stepsPerEpoch(), settings.threads());
        return trainer(own, FINAL)
                .telling(teacher)
                .train(data, taught(data, teacher, own), progress);
    }

    /** What the teacher thought is not part of a checkpoint. */
    private static void refuse(Checkpoints kept) {
        throw InvalidInput.of("checkpoint folder", kept.folder(), "not set with a mean teacher");
    }

    private TaughtPatches taught(
            TrainingData data, TaughtPatches.Boxes boxes, TrainingSettings own) {
        int batch = own.portions().batchSize();
        int labelledPerEpoch =
                own.portions().stepsPerEpoch() * TaughtPatches.labelledPerBatch(batch);
        return new TaughtPatches(
                labelled(
                        data.regions(),
                        own.withPortions(p -> p.withPatchesPerEpoch(labelledPerEpoch))),
                boxes,
                sampler(PatchPlacement.UNIFORM),
                data.classes().size(),
                batch,
                own.seed());
    }

    /** Patches around labels. */
    private PatchSource labelled(List<LabelledRegion> regions, TrainingSettings own) {
        return PatchSource.stratified(
                regions,
                sampler(PatchPlacement.STRATIFIED),
                own.portions().patchesPerEpoch(),
                own.seed());
    }

    private PatchSampler sampler(PatchPlacement placement) {
        return new PatchSampler(settings.portions().patchSize(), placement, augmentation);
    }

    private Trainer trainer(TrainingSettings own, String folder) {
        Trainer trainer = new Trainer(network, own);
        Trainer started = start.map(trainer::from).orElse(trainer);
        return checkpoints.map(c -> started.keeping(c.in(folder))).orElse(started);
    }

    private static TrainingSettings limited(TrainingSettings settings, double share) {
        return settings.withBudget(budget -> budget.withMinutes(share * budget.minutes()));
    }
}
