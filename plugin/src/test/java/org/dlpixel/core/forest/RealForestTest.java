package org.dlpixel.core.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.io.TiffStack;
import org.dlpixel.core.io.labels.LabelledStack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Learns confocal stacks that are not part of this repository, where they are at hand. */
class RealForestTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data").normalize();

    @ParameterizedTest
    @CsvSource({"nuclei_embryo_16cell, 0.87", "nuclei_ovule, 0.78"})
    void nucleiAreFoundOnSlicesWithoutLabels(String name, double leastDice) {
        Path folder = DATA.resolve(name).toAbsolutePath().normalize();
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder);
        LabelledStack stack =
                LabelledStack.read(
                        TiffStack.open(folder.resolve("image.tif")),
                        TiffStack.open(folder.resolve("sparse_labels.tif")),
                        Optional.of(TiffStack.open(folder.resolve("truth.tif"))),
                        Progress.none());
        List<LabelledRegion> regions = stack.regions(Progress.none());
        ForestSettings settings = ForestSettings.defaults().withTrees(50);
        PixelForest forest =
                PixelForest.train(regions, 2, SliceContext.NONE, settings, Progress.none());
        assertThat(dice(forest, stack)).isGreaterThan(leastDice);
    }

    /** Pooled over every fourth slice without labels. */
    private static double dice(PixelForest forest, LabelledStack stack) {
        long both = 0;
        long sum = 0;
        for (int z = 1; z < stack.image().shape().slices(); z += 4) {
            if (stack.survey().labelledSlices().contains(z)) {
                continue;
            }
            FloatImage found =
                    forest.probabilities(stack.image().slice(z), stack.range(), Progress.none());
            byte[] truth = stack.truth().orElseThrow().mask(z).classes();
            for (int i = 0; i < truth.length; i++) {
                boolean positive = found.pixels()[truth.length + i] > 0.5;
                both += positive && truth[i] == 1 ? 1 : 0;
                sum += (positive ? 1 : 0) + (truth[i] == 1 ? 1 : 0);
            }
        }
        return 2.0 * both / sum;
    }
}
