package org.dlpixel.benchmark.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.Phantoms;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.io.LabelledStack;
import org.dlpixel.core.train.Pace;
import org.dlpixel.core.train.Portions;
import org.dlpixel.core.train.Preset;
import org.dlpixel.core.train.TrainingData;
import org.dlpixel.core.train.TrainingSettings;
import org.dlpixel.core.train.TrainingVolume;
import org.dlpixel.core.train.course.Course;
import org.dlpixel.core.train.course.CourseSettings;
import org.dlpixel.core.train.course.Priors;
import org.dlpixel.core.train.course.SelfTrainingSettings;
import org.dlpixel.core.train.validation.Grouping;
import org.dlpixel.core.train.validation.TrainOnAll;

/**
 * How long a real training waits for its patches: a preset on the labelled slices of a phantom,
 * with its augmentation and its network.
 *
 * @param preset what is trained
 * @param taught whether the network also learns from what teachers think of the volume
 * @param steps how many
 * @param threads per operation
 */
record Waiting(Preset preset, boolean taught, int steps, int threads) {

    private static final int PHANTOM = 42;
    private static final int BOX_PIXELS = 1 << 17;

    /** Trains in this process; of the last training if there are several. */
    Pace measure(Output output) {
        Path folder = Phantoms.make(PHANTOM, output);
        try (SliceSource image = ImageFiles.open(folder.resolve("image.tif"));
                SliceSource labels = ImageFiles.open(folder.resolve("sparse_labels.tif"))) {
            LabelledStack stack =
                    LabelledStack.read(image, labels, Optional.empty(), Progress.none());
            return new Course(preset.network(), settings(), preset.augmentation(), course())
                    .train(data(stack), Optional.empty(), Progress.none())
                    .training()
                    .history()
                    .pace();
        }
    }

    /** E.g. {@code 8 x 96^2}. */
    String title() {
        Portions portions = preset.training().portions();
        return portions.batchSize() + " x " + portions.patchSize() + "^2";
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
                .withPortions(p -> p.withEpochs(1).withPatchesPerEpoch(steps * p.batchSize()))
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
