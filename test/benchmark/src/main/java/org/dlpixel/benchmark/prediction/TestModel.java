package org.dlpixel.benchmark.prediction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.Phantoms;
import org.dlpixel.benchmark.RawFloats;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.io.labels.LabelledStack;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.bioimage.BioimageModel;
import org.dlpixel.core.network.bioimage.PackageDescription;
import org.dlpixel.core.train.course.Course;
import org.dlpixel.core.train.course.CourseSettings;
import org.dlpixel.core.train.course.Priors;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.settings.Preset;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.dlpixel.core.train.validation.Grouping;
import org.dlpixel.core.train.validation.TrainOnAll;

/** Models that have learnt a little: how long prediction takes does not depend on the weights. */
final class TestModel {

    private static final int STEPS = 60;
    private static final int PATCH = 192;

    private TestModel() {}

    /** Trains the network of a preset on a phantom's labels, unless its files are there. */
    static Path make(Preset preset, int threads, Output output) {
        Path file = output.work("prediction").resolve(preset.name() + ".zip");
        if (Files.exists(file) && Files.exists(Job.weights(file))) {
            return file;
        }
        output.say("Training a model, " + preset.title() + " ...");
        PixelModel model = train(preset, threads, output);
        BioimageModel.write(model, PackageDescription.undescribed(), file);
        AtomicFile.write(Job.weights(file), RawFloats.bytes(model.weights().values()));
        return file;
    }

    private static PixelModel train(Preset preset, int threads, Output output) {
        Path folder = Phantoms.make(TestVolume.PHANTOM, output);
        try (SliceSource image = ImageFiles.open(folder.resolve("image.tif"));
                SliceSource labels = ImageFiles.open(folder.resolve("sparse_labels.tif"))) {
            LabelledStack stack =
                    LabelledStack.read(image, labels, Optional.empty(), Progress.none());
            return new Course(preset.network(), settings(threads), preset.augmentation(), course())
                    .train(data(stack), Optional.empty(), Progress.none())
                    .training()
                    .model();
        }
    }

    private static TrainingData data(LabelledStack stack) {
        return new TrainingData(
                stack.regions(Progress.none()),
                ClassList.numbered(stack.survey().classes()),
                Normalization.defaults(),
                SliceContext.NONE,
                List.of());
    }

    private static TrainingSettings settings(int threads) {
        return TrainingSettings.defaults()
                .withPortions(
                        p ->
                                p.withPatchSize(PATCH)
                                        .withEpochs(1)
                                        .withPatchesPerEpoch(STEPS * p.batchSize()))
                .withThreads(threads);
    }

    private static CourseSettings course() {
        return new CourseSettings(
                new TrainOnAll(),
                Grouping.ROI,
                Optional.empty(),
                new Priors.AsLabelled(),
                Optional.empty());
    }
}
