package org.dlpixel.benchmark.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.Phantoms;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.io.LabelledStack;
import org.dlpixel.core.train.Pace;
import org.dlpixel.core.train.PatchSource;
import org.dlpixel.core.train.Portions;
import org.dlpixel.core.train.Preset;
import org.dlpixel.core.train.Trainer;
import org.dlpixel.core.train.TrainingData;
import org.dlpixel.core.train.TrainingSettings;

/**
 * How long a real training waits for its patches: a preset on the labelled slices of a phantom,
 * with its augmentation and its network.
 *
 * @param preset what is trained
 * @param patchSize pixels
 * @param steps how many
 * @param threads per operation
 */
record Waiting(Preset preset, int patchSize, int steps, int threads) {

    private static final int PHANTOM = 42;
    private static final int BATCH = 8;

    /** Trains in this process. */
    Pace measure(Output output) throws IOException {
        List<LabelledRegion> regions = regions(output);
        TrainingSettings settings =
                preset.training()
                        .withPortions(p -> new Portions(patchSize, BATCH, 1, steps * BATCH))
                        .withThreads(threads);
        PatchSampler sampler =
                new PatchSampler(patchSize, PatchPlacement.STRATIFIED, preset.augmentation());
        PatchSource patches = PatchSource.sampled(regions, sampler, steps * BATCH, settings.seed());
        TrainingData data =
                new TrainingData(regions, ClassList.numbered(2), Normalization.defaults());
        return new Trainer(preset.network(), settings)
                .train(data, patches, Progress.none())
                .history()
                .pace();
    }

    String title() {
        return BATCH + " x " + patchSize + "^2";
    }

    private static List<LabelledRegion> regions(Output output) {
        Path folder = Phantoms.make(PHANTOM, output);
        try (SliceSource image = ImageFiles.open(folder.resolve("image.tif"));
                SliceSource labels = ImageFiles.open(folder.resolve("sparse_labels.tif"))) {
            return LabelledStack.read(image, labels, Optional.empty(), Progress.none())
                    .regions(Progress.none());
        }
    }
}
