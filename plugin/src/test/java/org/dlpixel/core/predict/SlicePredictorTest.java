package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.junit.jupiter.api.Test;

class SlicePredictorTest {

    private static final UNetSettings NETWORK =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4);
    private static final PredictionSettings SETTINGS = new PredictionSettings(1 << 20, 1);

    private static PixelModel model(Normalization normalization) {
        return new PixelModel(
                new ModelMetadata(
                        NETWORK, ClassList.numbered(2), normalization, 32, 1, Map.of(), Map.of()),
                Weights.random(NETWORK, 3));
    }

    /** Noise whose brightness grows from slice to slice. */
    private record Stack(VolumeShape shape, double scale, double offset) implements SliceSource {

        Stack(int width, int height, int slices) {
            this(new VolumeShape(width, height, slices, 1), 100, 0);
        }

        @Override
        public PixelType pixelType() {
            return PixelType.FLOAT32;
        }

        @Override
        public VoxelSize voxelSize() {
            return VoxelSize.UNKNOWN;
        }

        @Override
        public String name() {
            return "stack";
        }

        @Override
        public void read(int slice, float[] target) {
            SplittableRandom random = new SplittableRandom(slice);
            for (int i = 0; i < target.length; i++) {
                target[i] = (float) (offset + scale * (random.nextDouble() + slice));
            }
        }
    }

    private static List<byte[]> predict(Normalization normalization, SliceSource source) {
        List<byte[]> slices = new ArrayList<>();
        try (SlicePredictor predictor = SlicePredictor.open(model(normalization), SETTINGS)) {
            predictor.predict(source, (z, c) -> slices.add(c.clone()), Progress.none());
        }
        return slices;
    }

    @Test
    void everySliceIsSegmentedOnceAndInOrder() {
        List<Integer> order = new ArrayList<>();
        List<Double> fractions = new ArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void report(double fraction, String message) {
                        fractions.add(fraction);
                    }

                    @Override
                    public void checkCancelled() {}
                };
        try (SlicePredictor predictor =
                SlicePredictor.open(model(Normalization.defaults()), SETTINGS)) {
            predictor.predict(
                    new Stack(21, 13, 4),
                    (z, classes) -> {
                        order.add(z);
                        assertThat(classes).hasSize(21 * 13);
                        for (byte c : classes) {
                            assertThat(c).isBetween((byte) 0, (byte) 1);
                        }
                    },
                    progress);
        }
        assertThat(order).containsExactly(0, 1, 2, 3);
        assertThat(fractions).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void oneModelGivesOneSegmentation() {
        Stack stack = new Stack(50, 30, 2);
        assertThat(predict(Normalization.defaults(), stack))
                .usingRecursiveComparison()
                .isEqualTo(predict(Normalization.defaults(), stack));
    }

    @Test
    void aKnownVolumeRangeGivesTheSameAsTheOneThatIsFound() {
        Stack stack = new Stack(20, 20, 3);
        IntensityRange range = Quantiles.range(stack, 1, 99.8, Progress.none());
        List<byte[]> known = new ArrayList<>();
        try (SlicePredictor predictor =
                SlicePredictor.open(model(Normalization.defaults()), SETTINGS)) {
            predictor.predict(stack, range, (z, c) -> known.add(c.clone()), Progress.none());
        }
        assertThat(known)
                .usingRecursiveComparison()
                .isEqualTo(predict(Normalization.defaults(), stack));
    }

    @Test
    void percentilesMakeTheResultIndependentOfBrightness() {
        Stack dark = new Stack(20, 20, 3);
        Stack bright = new Stack(dark.shape(), 1600, 4096);
        for (Normalization relative : List.of(Normalization.defaults(), Normalization.perSlice())) {
            assertThat(predict(relative, bright))
                    .usingRecursiveComparison()
                    .isEqualTo(predict(relative, dark));
        }
    }

    @Test
    void aFixedRangeIsUsedAsItIs() {
        Stack stack = new Stack(20, 20, 1);
        Normalization fixed = Normalization.fixed(new IntensityRange(0, 100));
        Normalization blinding = Normalization.fixed(new IntensityRange(1000, 2000));
        assertThat(predict(fixed, stack).get(0)).contains(0, 1);
        assertThat(predict(fixed, stack).get(0)).isNotEqualTo(predict(blinding, stack).get(0));
    }

    @Test
    void anotherNumberOfChannelsIsRefused() {
        Stack colour = new Stack(new VolumeShape(8, 8, 1, 3), 1, 0);
        assertThatThrownBy(() -> predict(Normalization.defaults(), colour))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("channels of stack: 3, must be the model's, 1");
    }

    @Test
    void aPixelThatIsNoNumberIsNamed() {
        Stack broken = new Stack(new VolumeShape(8, 8, 2, 1), Double.NaN, 0);
        Normalization fixed = Normalization.fixed(IntensityRange.UNIT);
        assertThatThrownBy(() -> predict(fixed, broken))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("stack, slice 0: NaN");
    }

    @Test
    void cancellingEndsThePrediction() {
        Progress cancelled =
                new Progress() {
                    @Override
                    public void report(double fraction, String message) {}

                    @Override
                    public void checkCancelled() {
                        throw new Cancelled();
                    }
                };
        try (SlicePredictor predictor =
                SlicePredictor.open(model(Normalization.defaults()), SETTINGS)) {
            assertThatThrownBy(() -> predictor.predict(new Stack(8, 8, 1), (z, c) -> {}, cancelled))
                    .isInstanceOf(Cancelled.class);
        }
    }
}
