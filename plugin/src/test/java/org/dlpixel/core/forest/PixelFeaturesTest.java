package org.dlpixel.core.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.SliceContext;
import org.junit.jupiter.api.Test;

class PixelFeaturesTest {

    private static final PixelFeatures PLAIN = new PixelFeatures(SliceContext.NONE, 1);

    @Property(tries = 20)
    void everyNameHasItsPlane(
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll @IntRange(min = 1, max = 3) int channels,
            @ForAll @IntRange(min = 0, max = 2) int neighbours) {
        SliceContext context = new SliceContext(neighbours);
        PixelFeatures features = new PixelFeatures(context, context.channels(channels));
        float[][] planes =
                features.of(ForestScenes.noise(width, height, context.channels(channels), 1));
        assertThat(features.count()).isEqualTo(30 * channels);
        assertThat(features.names()).doesNotHaveDuplicates().hasSize(planes.length);
        for (float[] plane : planes) {
            assertThat(plane).hasSize(width * height);
        }
    }

    @Test
    void aConstantImageHasItsIntensityAndNoStructure() {
        FloatImage image = FloatImage.zeros(20, 11, 1);
        Arrays.fill(image.pixels(), 0.7f);
        float[][] planes = PLAIN.of(image);
        for (int f = 0; f < planes.length; f++) {
            String name = PLAIN.names().get(f);
            boolean intensity = name.contains("intensity") || name.contains("Gaussian");
            for (float v : planes[f]) {
                assertThat(v).as(name).isCloseTo(intensity ? 0.7f : 0, within(1e-6f));
            }
        }
    }

    @Test
    void aParabolaHasItsCurvaturesAtEveryScale() {
        FloatImage image = FloatImage.zeros(101, 101, 1);
        for (int i = 0; i < image.pixels().length; i++) {
            int x = i % 101 - 50;
            int y = i / 101 - 50;
            image.pixels()[i] = 0.004f * x * x - 0.001f * y * y;
        }
        for (String scale : new String[] {"1.0", "2.0", "4.0", "8.0"}) {
            assertThat(centre(image, "Laplacian", scale)).isCloseTo(0.006f, within(1e-5f));
            assertThat(centre(image, "Hessian eigenvalue 1", scale))
                    .isCloseTo(0.008f, within(1e-5f));
            assertThat(centre(image, "Hessian eigenvalue 2", scale))
                    .isCloseTo(-0.002f, within(1e-5f));
            assertThat(centre(image, "gradient magnitude", scale)).isCloseTo(0, within(1e-5f));
        }
    }

    @Test
    void aRampHasItsSlopeInOneDirection() {
        FloatImage image = FloatImage.zeros(101, 101, 1);
        for (int i = 0; i < image.pixels().length; i++) {
            int y = i / 101;
            image.pixels()[i] = 0.003f * (i % 101) + 0.004f * y;
        }
        for (String scale : new String[] {"1.0", "2.0", "4.0", "8.0"}) {
            assertThat(centre(image, "gradient magnitude", scale)).isCloseTo(0.005f, within(1e-6f));
            assertThat(centre(image, "structure tensor eigenvalue 1", scale))
                    .isCloseTo(25e-6f, within(1e-7f));
            assertThat(centre(image, "structure tensor eigenvalue 2", scale))
                    .isCloseTo(0, within(1e-7f));
        }
    }

    @Test
    void smoothingAPointGivesAGaussian() {
        FloatImage image = FloatImage.zeros(101, 101, 1);
        image.pixels()[50 * 101 + 50] = 1;
        float[] smooth = PLAIN.of(image)[index("Gaussian", "4.0")];
        for (int d = 0; d <= 12; d++) {
            double expected = Math.exp(-d * d / 32.0) / (2 * Math.PI * 16);
            assertThat(smooth[50 * 101 + 50 + d]).isCloseTo((float) expected, within(5e-5f));
        }
    }

    @Property(tries = 10)
    void featuresTurnWithTheImage(@ForAll long seed) {
        FloatImage image = ForestScenes.noise(24, 17, 1, seed);
        float[][] planes = PLAIN.of(image);
        float[][] turned = PLAIN.of(turned(image));
        for (int f = 0; f < planes.length; f++) {
            FloatImage expected = turned(new FloatImage(24, 17, 1, planes[f]));
            assertThat(turned[f]).as(PLAIN.names().get(f)).hasSize(expected.pixels().length);
            for (int i = 0; i < turned[f].length; i++) {
                assertThat(turned[f][i]).isCloseTo(expected.pixels()[i], within(2e-5f));
            }
        }
    }

    @Test
    void neighboursLikeTheSliceItselfChangeNothing() {
        FloatImage image = ForestScenes.noise(20, 10, 1, 4);
        float[] thrice = new float[3 * 200];
        for (int k = 0; k < 3; k++) {
            System.arraycopy(image.pixels(), 0, thrice, k * 200, 200);
        }
        float[][] seen =
                new PixelFeatures(new SliceContext(1), 3).of(new FloatImage(20, 10, 3, thrice));
        float[][] alone = PLAIN.of(image);
        for (int f = 0; f < alone.length; f++) {
            for (int i = 0; i < 200; i++) {
                assertThat(seen[f][i]).isCloseTo(alone[f][i], within(1e-5f));
            }
        }
    }

    @Test
    void aStackSeenFromBelowIsTheSame() {
        SliceContext context = new SliceContext(2);
        FloatImage image = ForestScenes.noise(12, 10, 10, 5);
        FloatImage flipped = FloatImage.zeros(12, 10, 10);
        for (int slice = 0; slice < 5; slice++) {
            System.arraycopy(image.pixels(), slice * 240, flipped.pixels(), (4 - slice) * 240, 240);
        }
        PixelFeatures features = new PixelFeatures(context, 10);
        assertThat(features.of(flipped)).isDeepEqualTo(features.of(image));
    }

    @Test
    void neighboursChangeTheFeatures() {
        FloatImage image = ForestScenes.noise(12, 10, 3, 5);
        PixelFeatures features = new PixelFeatures(new SliceContext(1), 3);
        float[][] before = features.of(image);
        image.pixels()[0] += 1;
        float[][] after = features.of(image);
        assertThat(after[0]).isEqualTo(before[0]);
        assertThat(after[index("Gaussian", "2.0")][0])
                .isGreaterThan(before[index("Gaussian", "2.0")][0]);
    }

    @Test
    void aWrongNumberOfChannelsIsNamed() {
        assertThatThrownBy(() -> new PixelFeatures(new SliceContext(1), 4))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of channels: 4, must be a multiple of the 3 slices");
        assertThatThrownBy(() -> PLAIN.of(FloatImage.zeros(3, 3, 2)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of channels: 2, must be 1");
    }

    private static float centre(FloatImage image, String feature, String scale) {
        return PLAIN.of(image)[index(feature, scale)][image.pixels().length / 2];
    }

    private static int index(String feature, String scale) {
        return PLAIN.names().indexOf("channel 0: " + feature + ", scale " + scale);
    }

    /** Turned by 90 degrees: column x becomes row x, the last row the first column. */
    private static FloatImage turned(FloatImage image) {
        int width = image.height();
        int height = image.width();
        FloatImage out = FloatImage.zeros(width, height, 1);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int column = width - 1 - y;
                out.pixels()[x * width + column] = image.at(x, y, 0);
            }
        }
        return out;
    }
}
