package org.dlpixel.core.predict.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePrediction;
import org.junit.jupiter.api.Test;

class SmoothedSinkTest {

    private static final int SLICES = 9;
    private static final List<Integer> ALL = IntStream.range(0, SLICES).boxed().toList();

    /** Two classes in two pixels, the same in every run. */
    private static FloatImage slice(int z) {
        SplittableRandom random = new SplittableRandom(z);
        float a = (float) random.nextDouble();
        float b = (float) random.nextDouble();
        return new FloatImage(2, 1, 2, new float[] {a, b, 1 - a, 1 - b});
    }

    /** Writes into one reused image, as prediction does. */
    private static void feed(PredictionSink sink, List<Integer> slices) {
        FloatImage reused = FloatImage.zeros(2, 1, 2);
        List<Integer> missing = slices.stream().filter(z -> !sink.has(z)).toList();
        for (int z : missing) {
            System.arraycopy(slice(z).pixels(), 0, reused.pixels(), 0, 4);
            sink.write(new SlicePrediction(z, new byte[2], Optional.of(reused)));
        }
    }

    private static Kept smoothed(double sigma, List<Integer> slices) {
        Kept kept = new Kept();
        feed(new SmoothedSink(kept, sigma, slices), slices);
        return kept;
    }

    @Test
    void everySliceBecomesTheWeightedMeanOfThoseAroundIt() {
        for (double sigma : new double[] {0.3, 0.5, 1, 2.2, 8}) {
            Kept kept = smoothed(sigma, ALL);
            int reach = (int) Math.ceil(2 * sigma);
            for (int z = 0; z < SLICES; z++) {
                double[] expected = new double[4];
                double sum = 0;
                for (int s = 0; s < SLICES; s++) {
                    int d = Math.abs(s - z);
                    double weight = d > reach ? 0 : Math.exp(-d * d / (2 * sigma * sigma));
                    sum += weight;
                    for (int i = 0; i < 4; i++) {
                        expected[i] += weight * slice(s).pixels()[i];
                    }
                }
                for (int i = 0; i < 4; i++) {
                    assertThat(kept.probabilities.get(z).pixels()[i])
                            .isCloseTo((float) (expected[i] / sum), Offset.offset(1e-5f));
                }
            }
        }
    }

    @Test
    void classesFollowFromTheSmoothedProbabilities() {
        smoothed(1, ALL)
                .probabilities
                .forEach(
                        (z, p) -> {
                            byte[] classes = smoothed(1, ALL).classes.get(z);
                            for (int x = 0; x < 2; x++) {
                                boolean second = p.at(x, 0, 1) > p.at(x, 0, 0);
                                assertThat(classes[x]).isEqualTo((byte) (second ? 1 : 0));
                            }
                        });
    }

    @Test
    void slicesThatAreLeftOutHaveNoWeight() {
        Kept kept = smoothed(1, List.of(0, 4, 8));
        assertThat(kept.probabilities.keySet()).containsExactly(0, 4, 8);
        kept.probabilities.forEach(
                (z, p) ->
                        assertThat(p.pixels())
                                .containsExactly(slice(z).pixels(), Offset.offset(1e-6f)));
    }

    @Test
    void goingOnGivesTheSameAsGoingThrough() {
        Kept whole = smoothed(1, ALL);
        for (Set<Integer> there : List.of(Set.of(0, 1, 2, 3), Set.of(4, 8), Set.of(5, 6, 7, 8))) {
            Kept rest = new Kept();
            PredictionSink partly =
                    new PredictionSink() {
                        @Override
                        public void write(SlicePrediction p) {
                            assertThat(there).doesNotContain(p.slice());
                            rest.write(p);
                        }

                        @Override
                        public boolean has(int slice) {
                            return there.contains(slice);
                        }
                    };
            feed(new SmoothedSink(partly, 1, ALL), ALL);
            assertThat(rest.classes).hasSize(SLICES - there.size());
            rest.probabilities.forEach(
                    (z, p) ->
                            assertThat(p.pixels()).isEqualTo(whole.probabilities.get(z).pixels()));
        }
    }

    @Test
    void whatIsThereAndChangesNothingIsNotPredictedAgain() {
        PredictionSink firstHalf =
                new PredictionSink() {
                    @Override
                    public void write(SlicePrediction p) {}

                    @Override
                    public boolean has(int slice) {
                        return slice <= 5;
                    }
                };
        SmoothedSink sink = new SmoothedSink(firstHalf, 1, ALL);
        assertThat(ALL.stream().filter(sink::has)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void noSmoothingIsRefused() {
        assertThatThrownBy(() -> new SmoothedSink(new Kept(), 0, ALL))
                .isInstanceOf(InvalidInput.class);
    }
}
