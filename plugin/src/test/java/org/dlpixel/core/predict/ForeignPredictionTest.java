package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.network.bioimage.BioimageModel;
import org.dlpixel.core.network.bioimage.ForeignZips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks of other programs on slices of any size. */
class ForeignPredictionTest {

    @TempDir private Path folder;

    /** The stated halo is the network's receptive field, so nothing is lost at tile borders. */
    @Test
    void tilesGiveWhatTheWholeSliceGives() throws IOException {
        try (PixelNetwork network = open(ForeignZips.SCRIPTED)) {
            for (int[] size : new int[][] {{1, 1}, {16, 24}, {57, 90}, {101, 33}}) {
                FloatImage slice = noise(size[0], size[1], 2);
                FloatImage whole = logits(network, Long.MAX_VALUE, slice);
                for (int maxPixels : new int[] {1, 900, 2500}) {
                    FloatImage tiled = logits(network, maxPixels, slice);
                    assertThat(tiled.pixels())
                            .containsExactly(whole.pixels(), Offset.offset(1e-4f));
                }
            }
        }
    }

    @Test
    void aFixedSizeIsKeptForSlicesOfAnySize() throws IOException {
        try (PixelNetwork network = open(ForeignZips.TRACED)) {
            for (int[] size : new int[][] {{1, 1}, {48, 32}, {50, 20}, {131, 77}}) {
                FloatImage slice = noise(size[0], size[1], 1);
                FloatImage scores = logits(network, 100, slice);
                assertThat(scores.pixels()).hasSize(2 * size[0] * size[1]);
                for (float v : scores.pixels()) {
                    assertThat(v).isFinite().isNegative();
                }
            }
        }
    }

    private static FloatImage logits(PixelNetwork network, long maxPixels, FloatImage slice) {
        ScoreImage scores = new ScoreImage(slice, network.classCount());
        new ExactSlices(network, maxPixels, TestTimeAugmentation.NONE)
                .scores(slice, scores, Stop.NEVER);
        return scores.image();
    }

    private PixelNetwork open(String zip) throws IOException {
        return BioimageModel.readAny(ForeignZips.copy(zip, folder)).open(1);
    }

    private static FloatImage noise(int width, int height, int channels) {
        SplittableRandom random = new SplittableRandom(width);
        FloatImage image = FloatImage.zeros(width, height, channels);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = (float) random.nextDouble();
        }
        return image;
    }
}
