package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.assertj.core.data.Offset;
import org.dlpixel.core.golden.Npz;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.tile.Importance;

/** MONAI's sliding windows; the golden values are what it gives. */
class SlidingSlicesTest {

    private static final Npz GOLDEN = Npz.load("/golden/sliding_window.npz");
    private static final Offset<Float> CLOSE = Offset.offset(1e-5f);
    private static final UNetSettings SETTINGS =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4).withClasses(3);
    private static final Network NETWORK = Network.open(SETTINGS, Weights.random(SETTINGS, 9), 1);

    @AfterContainer
    static void close() {
        NETWORK.close();
    }

    @Example
    void blendedWindowsEqualTheOriginal() {
        assertGolden("constant_0.25", new Windows.Sliding(16, .25, Importance.CONSTANT));
        assertGolden("constant_0.125", new Windows.Sliding(16, .125, Importance.CONSTANT));
        assertGolden("gaussian_0.25", new Windows.Sliding(16, .25, Importance.GAUSSIAN));
        assertGolden("gaussian_0.125", new Windows.Sliding(16, .125, Importance.GAUSSIAN));
        assertGolden("gaussian_pad64", new Windows.Sliding(64, .25, Importance.GAUSSIAN));
        assertGolden("gaussian_64x16", new Windows.Sliding(16, 64, .25, Importance.GAUSSIAN));
    }

    private static void assertGolden(String key, Windows.Sliding windows) {
        assertThat(golden(windows).pixels()).as(key).containsExactly(GOLDEN.get(key), CLOSE);
    }

    @Example
    void blendedWindowsHaveTheKnownSums() {
        FloatImage constant = golden(new Windows.Sliding(16, .25, Importance.CONSTANT));
        assertThat(sum(constant.channels(0, 1))).isCloseTo(1779.40398, within(1e-2));
        assertThat(sum(constant.channels(1, 2))).isCloseTo(-262.311871, within(1e-2));
        assertThat((double) constant.at(20, 25, 0)).isCloseTo(1.17976809, within(1e-5));
        assertThat((double) constant.at(20, 25, 1)).isCloseTo(.05096179, within(1e-5));
        FloatImage gaussian = golden(new Windows.Sliding(16, .125, Importance.GAUSSIAN));
        assertThat((double) gaussian.at(20, 25, 0)).isCloseTo(1.42976809, within(1e-5));
        assertThat((double) gaussian.at(20, 25, 1)).isCloseTo(.17596179, within(1e-5));
        FloatImage padded = golden(new Windows.Sliding(64, .25, Importance.GAUSSIAN));
        assertThat(sum(padded.channels(0, 1))).isCloseTo(1822.763357, within(1e-2));
        assertThat((double) padded.at(0, 0, 0)).isCloseTo(.109375, within(1e-5));
        assertThat((double) padded.at(0, 0, 1)).isCloseTo(-.203125, within(1e-5));
    }

    /** What is found in 37 x 50 pixels with channels p + row / height and p^2 - column / width. */
    private static FloatImage golden(Windows.Sliding windows) {
        FloatImage slice = new FloatImage(37, 50, 1, GOLDEN.get("x"));
        ScoreImage scores = new ScoreImage(slice, 2);
        new SlidingSlices(windows, SlidingSlicesTest::positions, 2)
                .scores(slice, scores, Stop.NEVER);
        return scores.image();
    }

    private static float[] positions(float[] piece, int height, int width) {
        float[] out = Arrays.copyOf(piece, 2 * piece.length);
        for (int i = 0; i < piece.length; i++) {
            int row = i / width;
            int column = i % width;
            out[i] += row / (float) height;
            out[piece.length + i] = piece[i] * piece[i] - column / (float) width;
        }
        return out;
    }

    private static double sum(FloatImage image) {
        double sum = 0;
        for (float v : image.pixels()) {
            sum += v;
        }
        return sum;
    }

    /** Of a network that looks at single pixels nothing is seen of the windows. */
    @Property(tries = 60)
    void weightsOfOverlappingWindowsSumToOne(
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @IntRange(min = 1, max = 60) int height,
            @ForAll @IntRange(min = 1, max = 40) int windowWidth,
            @ForAll @IntRange(min = 1, max = 40) int windowHeight,
            @ForAll @DoubleRange(min = 0, max = .9) double overlap,
            @ForAll Importance importance) {
        FloatImage slice = noise(width, height, 3);
        ScoreImage scores = new ScoreImage(slice, 1);
        new SlidingSlices(
                        new Windows.Sliding(windowWidth, windowHeight, overlap, importance),
                        (piece, h, w) -> piece.clone(),
                        1)
                .scores(slice, scores, Stop.NEVER);
        assertThat(scores.image().pixels()).containsExactly(slice.pixels(), CLOSE);
    }

    @Example
    void aWindowOfTheSlicesSizeGivesWhatTheWholeSliceGives() {
        FloatImage slice = noise(48, 32, 1);
        ScoreImage scores = new ScoreImage(slice, 3);
        Windows.Sliding windows = new Windows.Sliding(48, 32, .25, Importance.GAUSSIAN);
        SlidingSlices.of(NETWORK, windows, TestTimeAugmentation.NONE)
                .scores(slice, scores, Stop.NEVER);
        assertThat(scores.image().pixels())
                .containsExactly(NETWORK.logits(slice.pixels(), 1, 32, 48), CLOSE);
    }

    @Example
    void nothingOfASliceIsLeftInTheNextOne() {
        Windows.Sliding windows = new Windows.Sliding(16, .25, Importance.GAUSSIAN);
        SlidingSlices slices =
                new SlidingSlices(windows, (piece, height, width) -> piece.clone(), 1);
        for (int seed = 1; seed <= 3; seed++) {
            FloatImage slice = noise(37, 50, seed);
            ScoreImage scores = new ScoreImage(slice, 1);
            Stop stop = stopsAfter(seed == 2 ? 5 : Integer.MAX_VALUE);
            if (seed == 2) {
                assertThatThrownBy(() -> slices.scores(slice, scores, stop))
                        .isInstanceOf(Cancelled.class);
            } else {
                slices.scores(slice, scores, stop);
                assertThat(scores.image().pixels()).containsExactly(slice.pixels(), CLOSE);
            }
        }
    }

    private static Stop stopsAfter(int windows) {
        AtomicInteger left = new AtomicInteger(windows);
        return () -> {
            if (left.getAndDecrement() == 0) {
                throw new Cancelled();
            }
        };
    }

    @Example
    void probabilitiesOfSeveralPositionsAreBlended() {
        FloatImage slice = noise(70, 50, 1);
        ScoreImage scores = new ScoreImage(slice, 3);
        Windows.Sliding windows = new Windows.Sliding(32, 16, .25, Importance.GAUSSIAN);
        SlidingSlices.of(NETWORK, windows, TestTimeAugmentation.FLIPS_AND_ROTATIONS)
                .scores(slice, scores, Stop.NEVER);
        for (int i = 0; i < 70 * 50; i++) {
            float sum = 0;
            for (int c = 0; c < 3; c++) {
                sum += scores.image().pixels()[c * 70 * 50 + i];
            }
            assertThat(sum).isCloseTo(1, CLOSE);
        }
    }

    @Example
    void windowsThatTheNetworkDoesNotTakeAreRefused() {
        Windows.Sliding windows = new Windows.Sliding(30, .25, Importance.CONSTANT);
        assertThatThrownBy(() -> SlidingSlices.of(NETWORK, windows, TestTimeAugmentation.NONE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("window size: 30 x 30, must be multiples of 4");
        assertThatThrownBy(() -> new Windows.Sliding(32, 1, Importance.CONSTANT))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("overlap: 1.0");
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
