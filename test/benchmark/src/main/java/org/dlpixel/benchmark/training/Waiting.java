package org.dlpixel.benchmark.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.Phantoms;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.io.labels.LabelledStack;
import org.dlpixel.core.train.course.Course;
import org.dlpixel.core.train.course.CourseSettings;
import org.dlpixel.core.train.course.Priors;
import org.dlpixel.core.train.course.SelfTrainingSettings;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.data.TrainingVolume;
import org.dlpixel.core.train.patches.Pace;
import org.dlpixel.core.train.settings.Portions;
import org.dlpixel.core.train.settings.Preset;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.dlpixel.core.train.validation.Grouping;
import org.dlpixel.core.train.validation.TrainOnAll;

/**
 * How long a real training waits for its patches: a preset on the labelled slices of a phantom,
 * with its augmentation and its network.
 *
 * @param preset what is trained
 * @param augmentation how its patches are varied
 * @param patchSize side of a patch, pixels
 * @param taught whether the network also learns from what teachers think of the volume
 * @param steps how many
 * @param threads per operation
 */
public record Waiting(
        Preset preset,
        AugmentationSettings augmentation,
        int patchSize,
        boolean taught,
        int steps,
        int threads) {

    private static final int PHANTOM = 42;
    private static final int BOX_PIXELS = 1 << 17;

    /** A preset as it is. */
    static Waiting of(Preset preset, boolean taught, int steps, int threads) {
        int size = preset.training().portions().patchSize();
        return new Waiting(preset, preset.augmentation(), size, taught, steps, threads);
    }

    /** Trains in this process; of the last training if there are several. */
    public Pace measure(Output output) {
        Path folder = Phantoms.make(PHANTOM, output);
        try (SliceSource image = ImageFiles.open(folder.resolve("image.tif"));
                SliceSource labels = ImageFiles.open(folder.resolve("sparse_labels.tif"))) {
            LabelledStack stack =
                    LabelledStack.read(image, labels, Optional.empty(), Progress.none());
            return new Course(preset.network(), settings(), augmentation, course())
                    .train(data(stack), Optional.empty(), Progress.none())
                    .training()
                    .history()
                    .pace();
        }
    }

    /** E.g. {@code 8 x 96^2}. */
    public String title() {
        return preset.training().portions().batchSize() + " x " + patchSize + "^2";
    }

    private static TrainingData data(LabelledStack stack) {
        SliceSource image = stack.image();
        return new TrainingData(
                stack.regions(Progress.none()),
                ClassList.numbered(stack.survey().classes()),
                Normalization.defaults(),
                SliceContext.NONE,
                List.of(new TrainingVolume(image.name(), image, stack.range())));
    }

    private TrainingSettings settings() {
        return preset.training()
                .withPortions(p -> new Portions(patchSize, p.batchSize(), 1, steps * p.batchSize()))
                .withThreads(threads);
    }

    private CourseSettings course() {
        SelfTrainingSettings few =
                new SelfTrainingSettings(
                        SelfTrainingSettings.defaults().teaching(),
                        SelfTrainingSettings.defaults().boxSide(),
                        BOX_PIXELS);
        return new CourseSettings(
                new TrainOnAll(),
                Grouping.ROI,
                taught ? Optional.of(few) : Optional.empty(),
                new Priors.AsLabelled(),
                Optional.empty());
    }
}
