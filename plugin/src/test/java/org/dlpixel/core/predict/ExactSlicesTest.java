package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.assertj.core.data.Offset;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.network.Architecture;
import org.dlpixel.core.network.Mirror;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.Norm;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.tile.Symmetry;

class ExactSlicesTest {

    private static final UNetSettings SETTINGS =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4).withClasses(3);
    private static final Network NETWORK = Network.open(SETTINGS, Weights.random(SETTINGS, 9), 1);
    private static final long WHOLE = Long.MAX_VALUE;
    private static final List<Network> OTHERS =
            Stream.of(
                            SETTINGS.withArchitecture(Architecture.U_NET),
                            SETTINGS.withDepth(3).withResidualUnits(1))
                    .map(settings -> Network.open(settings, Weights.random(settings, 2), 1))
                    .toList();

    @AfterContainer
    static void close() {
        NETWORK.close();
        OTHERS.forEach(Network::close);
    }

    @Property(tries = 30)
    void anyTileSizeGivesTheResultOfTheWholeSlice(
            @ForAll @IntRange(min = 1, max = 120) int width,
            @ForAll @IntRange(min = 1, max = 120) int height,
            @ForAll @IntRange(min = 1, max = 12000) int maxPixels,
            @ForAll long seed) {
        FloatImage slice = noise(width, height, seed);
        FloatImage whole = logits(NETWORK, WHOLE, slice);
        assertThat(logits(NETWORK, maxPixels, slice).pixels())
                .containsExactly(whole.pixels(), Offset.offset(1e-5f));
        byte[] classes = find(slice, maxPixels, TestTimeAugmentation.NONE, false).classes();
        assertSameClasses(whole, classes);
    }

    @Property(tries = 10)
    void otherArchitecturesAreExactToo(
            @ForAll @IntRange(min = 1, max = 90) int width,
            @ForAll @IntRange(min = 1, max = 90) int height,
            @ForAll @IntRange(min = 1, max = 6000) int maxPixels,
            @ForAll long seed) {
        FloatImage slice = noise(width, height, seed);
        for (Network network : OTHERS) {
            FloatImage whole = logits(network, WHOLE, slice);
            assertThat(logits(network, maxPixels, slice).pixels())
                    .containsExactly(whole.pixels(), Offset.offset(1e-5f));
        }
    }

    @Property(tries = 15)
    void anyTileSizeGivesTheAveragedProbabilitiesOfTheWholeSlice(
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 70) int height,
            @ForAll @IntRange(min = 1, max = 5000) int maxPixels,
            @ForAll TestTimeAugmentation augmentation,
            @ForAll long seed) {
        FloatImage slice = noise(width, height, seed);
        float[] whole = probabilities(slice, WHOLE, augmentation);
        assertThat(probabilities(slice, maxPixels, augmentation))
                .containsExactly(whole, Offset.offset(1e-5f));
    }

    /** Mirroring and turning the slice mirrors and turns what is found. */
    @Property(tries = 10)
    void whatIsAveragedOverAllPositionsDoesNotDependOnThePosition(
            @ForAll @IntRange(min = 1, max = 15) int columns,
            @ForAll @IntRange(min = 1, max = 15) int rows,
            @ForAll @IntRange(min = 0, max = 7) int index,
            @ForAll long seed) {
        FloatImage slice = noise(4 * columns, 4 * rows, seed);
        Symmetry position = Symmetry.ALL.get(index);
        int width = position.transpose() ? slice.height() : slice.width();
        int height = position.transpose() ? slice.width() : slice.height();
        float[] laid = position.apply(slice.pixels(), 1, slice.height(), slice.width());
        float[] found =
                probabilities(
                        new FloatImage(width, height, 1, laid),
                        800,
                        TestTimeAugmentation.FLIPS_AND_ROTATIONS);
        float[] back = new float[3 * laid.length];
        position.addBack(found, back, 3, slice.height(), slice.width());
        assertThat(back)
                .containsExactly(
                        probabilities(slice, 800, TestTimeAugmentation.FLIPS_AND_ROTATIONS),
                        Offset.offset(1e-5f));
    }

    @Example
    void probabilitiesAndTheirClassesAreThoseOfTheNetwork() {
        FloatImage slice = noise(48, 32, 5);
        Findings findings = find(slice, WHOLE, TestTimeAugmentation.NONE, true);
        assertThat(findings.prediction(0).probabilities().orElseThrow().pixels())
                .containsExactly(
                        NETWORK.probabilities(slice.pixels(), 1, 32, 48), Offset.offset(1e-6f));
        assertThat(findings.classes()).isEqualTo(NETWORK.classes(slice.pixels(), 1, 32, 48));
        assertThat(findings.classes())
                .isEqualTo(find(slice, WHOLE, TestTimeAugmentation.NONE, false).classes());
    }

    @Example
    void beingStoppedEndsBetweenTwoTiles() {
        AtomicInteger tiles = new AtomicInteger();
        Stop stop =
                () -> {
                    if (tiles.incrementAndGet() > 2) {
                        throw new Cancelled();
                    }
                };
        FloatImage slice = noise(200, 200, 1);
        ExactSlices slices = new ExactSlices(NETWORK, 1024, TestTimeAugmentation.NONE);
        ScoreImage scores = new ScoreImage(slice, 3);
        assertThatThrownBy(() -> slices.scores(slice, scores, stop)).isInstanceOf(Cancelled.class);
        assertThat(tiles).hasValue(3);
    }

    private static FloatImage logits(PixelNetwork network, long maxPixels, FloatImage slice) {
        ScoreImage scores = new ScoreImage(slice, network.classCount());
        new ExactSlices(network, maxPixels, TestTimeAugmentation.NONE)
                .scores(slice, scores, Stop.NEVER);
        return scores.image();
    }

    private static float[] probabilities(
            FloatImage slice, long maxPixels, TestTimeAugmentation augmentation) {
        Findings findings = find(slice, maxPixels, augmentation, true);
        return findings.prediction(0).probabilities().orElseThrow().pixels();
    }

    private static Findings find(
            FloatImage slice,
            long maxPixels,
            TestTimeAugmentation augmentation,
            boolean probabilities) {
        PredictionSettings settings =
                PredictionSettings.defaults()
                        .withAugmentation(augmentation)
                        .withProbabilities(probabilities);
        VolumeShape shape = new VolumeShape(slice.width(), slice.height(), 1, 1);
        Findings findings = Findings.of(shape, NETWORK.classCount(), settings);
        new ExactSlices(NETWORK, maxPixels, augmentation).find(slice, findings, Stop.NEVER);
        return findings;
    }

    private static void assertSameClasses(FloatImage logits, byte[] classes) {
        for (int i = 0; i < classes.length; i++) {
            assertThat(lead(logits, i) - score(logits, i, classes[i])).isLessThan(1e-5f);
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
            FloatImage whole = logits(network, WHOLE, slice);
            FloatImage tiled = logits(network, 160 * 160, slice);
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
            FloatImage logits = logits(network, 72 * 52, slice);
            assertThat(logits.pixels()[49 * 70 + 69]).isEqualTo(expected[49 * 72 + 69]);
            assertThatThrownBy(() -> logits(network, 72 * 52 - 1, slice))
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
