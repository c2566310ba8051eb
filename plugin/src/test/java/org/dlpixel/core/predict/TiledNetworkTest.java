package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.assertj.core.data.Offset;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.network.Mirror;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.Norm;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;

class TiledNetworkTest {

    private static final UNetSettings SETTINGS =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4).withClasses(3);
    private static final Network NETWORK = Network.open(SETTINGS, Weights.random(SETTINGS, 9), 1);
    private static final long WHOLE = Long.MAX_VALUE;

    @AfterContainer
    static void close() {
        NETWORK.close();
    }

    @Property(tries = 30)
    void anyTileSizeGivesTheResultOfTheWholeSlice(
            @ForAll @IntRange(min = 1, max = 120) int width,
            @ForAll @IntRange(min = 1, max = 120) int height,
            @ForAll @IntRange(min = 1, max = 12000) int maxPixels,
            @ForAll long seed) {
        FloatImage slice = noise(width, height, seed);
        FloatImage whole = new TiledNetwork(NETWORK, WHOLE).logits(slice);
        TiledNetwork tiled = new TiledNetwork(NETWORK, maxPixels);
        FloatImage logits = tiled.logits(slice);
        assertThat(logits.pixels()).containsExactly(whole.pixels(), Offset.offset(1e-5f));
        byte[] classes = new byte[width * height];
        tiled.classes(slice, classes, Progress.none());
        for (int i = 0; i < classes.length; i++) {
            assertThat(lead(whole, i) - score(whole, i, classes[i])).isLessThan(1e-5f);
        }
    }

    private static float score(FloatImage logits, int pixel, int c) {
        return logits.pixels()[c * logits.width() * logits.height() + pixel];
    }

    private static float lead(FloatImage logits, int pixel) {
        float lead = score(logits, pixel, 0);
        for (int c = 1; c < logits.channels(); c++) {
            lead = Math.max(lead, score(logits, pixel, c));
        }
        return lead;
    }

    @Example
    void theDefaultNetworkIsExactToo() {
        UNetSettings settings = UNetSettings.defaults();
        try (Network network = Network.open(settings, Weights.random(settings, 1), 1)) {
            FloatImage slice = noise(333, 210, 1);
            FloatImage whole = new TiledNetwork(network, WHOLE).logits(slice);
            FloatImage tiled = new TiledNetwork(network, 160 * 160).logits(slice);
            assertThat(tiled.pixels()).containsExactly(whole.pixels(), Offset.offset(1e-5f));
        }
    }

    @Example
    void aNetworkThatSeesTheWholeSliceIsNotTiled() {
        UNetSettings settings = SETTINGS.withNorm(Norm.GROUP);
        FloatImage slice = noise(70, 50, 1);
        try (Network network = Network.open(settings, Weights.random(settings, 1), 1)) {
            float[] padded = Mirror.read(slice, new Roi(0, 0, 72, 52));
            float[] expected = network.logits(padded, 1, 52, 72);
            FloatImage logits = new TiledNetwork(network, 72 * 52).logits(slice);
            assertThat(logits.pixels()[49 * 70 + 69]).isEqualTo(expected[49 * 72 + 69]);
            TiledNetwork small = new TiledNetwork(network, 72 * 52 - 1);
            assertThatThrownBy(() -> small.logits(slice))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("slice size: 70 x 50, must be within the largest tile")
                    .hasMessageContaining("group norm");
        }
    }

    private static FloatImage noise(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FloatImage image = FloatImage.zeros(width, height, 1);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = (float) random.nextDouble();
        }
        return image;
    }
}
