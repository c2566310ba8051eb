package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
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
import org.dlpixel.core.image.WholeSlices;
import org.dlpixel.core.network.Device;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.tile.Importance;
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
            predictor.predict(source, p -> slices.add(p.classes().clone()), Progress.none());
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
                    p -> {
                        order.add(p.slice());
                        assertThat(p.classes()).hasSize(21 * 13);
                        for (byte c : p.classes()) {
                            assertThat(c).isBetween((byte) 0, (byte) 1);
                        }
                    },
                    progress);
        }
        assertThat(order).containsExactly(0, 1, 2, 3);
        assertThat(fractions).isSorted().last().isEqualTo(1.0);
    }

    /** The same numbers, once as floats only and once as they might be stored. */
    private record Whole(Stack floats, boolean isStored) implements SliceSource {

        @Override
        public VolumeShape shape() {
            return floats.shape();
        }

        @Override
        public PixelType pixelType() {
            return PixelType.UINT16;
        }

        @Override
        public VoxelSize voxelSize() {
            return VoxelSize.UNKNOWN;
        }

        @Override
        public String name() {
            return "whole numbers";
        }

        @Override
        public void read(int slice, float[] target) {
            floats.read(slice, target);
            for (int i = 0; i < target.length; i++) {
                target[i] = (int) target[i];
            }
        }

        @Override
        public Optional<WholeSlices> whole() {
            return isStored ? Optional.of(this::stored) : Optional.empty();
        }

        private void stored(int slice, WholeSlices.Taker taker) {
            float[] values = slice(slice).pixels();
            short[] block = new short[7];
            for (int at = 0; at < values.length; at += block.length) {
                int count = Math.min(block.length, values.length - at);
                for (int i = 0; i < count; i++) {
                    block[i] = (short) (int) values[at + i];
                }
                taker.take(at, block, count);
            }
        }
    }

    @Test
    void storedWholeNumbersGiveTheProbabilitiesOfFloatsBitForBit() {
        Stack stack = new Stack(new VolumeShape(50, 30, 3, 1), 20000, 0);
        for (Normalization normalization :
                List.of(
                        Normalization.defaults(),
                        Normalization.fixed(new IntensityRange(400, 41000)),
                        Normalization.perSlice())) {
            assertThat(probabilities(normalization, new Whole(stack, true)))
                    .usingRecursiveComparison()
                    .isEqualTo(probabilities(normalization, new Whole(stack, false)));
        }
    }

    private static List<float[]> probabilities(Normalization normalization, SliceSource source) {
        List<float[]> slices = new ArrayList<>();
        try (SlicePredictor predictor =
                SlicePredictor.open(model(normalization), SETTINGS.withProbabilities(true))) {
            predictor.predict(
                    source,
                    p -> slices.add(p.probabilities().orElseThrow().pixels().clone()),
                    Progress.none());
        }
        return slices;
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
            predictor.predict(stack, range, p -> known.add(p.classes().clone()), Progress.none());
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
    void aRangeOfSlicesGivesWhatTheWholeStackGives() {
        Stack stack = new Stack(20, 16, 6);
        for (Normalization normalization :
                List.of(Normalization.defaults(), Normalization.perSlice())) {
            List<byte[]> all = predict(normalization, stack);
            Map<Integer, byte[]> some =
                    predict(
                            model(normalization),
                            SETTINGS.withRange(new SliceRange(1, 4, 3)),
                            stack,
                            z -> false);
            assertThat(some).containsOnlyKeys(1, 4);
            assertThat(some.get(1)).isEqualTo(all.get(1));
            assertThat(some.get(4)).isEqualTo(all.get(4));
        }
    }

    @Test
    void slicesThatAreThereAreNeitherPredictedNorMissed() {
        Stack stack = new Stack(20, 16, 5);
        List<byte[]> all = predict(Normalization.defaults(), stack);
        Map<Integer, byte[]> rest =
                predict(model(Normalization.defaults()), SETTINGS, stack, z -> z % 2 == 0);
        assertThat(rest).containsOnlyKeys(1, 3);
        assertThat(rest.get(3)).isEqualTo(all.get(3));
    }

    @Test
    void nothingIsReadIfAllSlicesAreThere() {
        Stack broken = new Stack(new VolumeShape(8, 8, 2, 1), Double.NaN, 0);
        assertThat(predict(model(Normalization.defaults()), SETTINGS, broken, z -> true)).isEmpty();
    }

    @Test
    void severalWorkersGiveWhatOneGives() {
        Stack stack = new Stack(30, 20, 7);
        PredictionSettings settings = SETTINGS.withFurtherDevices(List.of(Device.CPU, Device.CPU));
        List<byte[]> one = predict(Normalization.defaults(), stack);
        Map<Integer, byte[]> three =
                predict(model(Normalization.defaults()), settings, stack, z -> false);
        assertThat(three).hasSize(7);
        three.forEach((z, classes) -> assertThat(classes).isEqualTo(one.get(z)));
    }

    @Test
    void probabilitiesComeWithTheirClasses() {
        Stack stack = new Stack(19, 11, 2);
        List<byte[]> classes = predict(Normalization.perSlice(), stack);
        PredictionSettings settings = SETTINGS.withProbabilities(true);
        try (SlicePredictor predictor =
                SlicePredictor.open(model(Normalization.perSlice()), settings)) {
            predictor.predict(
                    stack,
                    p -> {
                        FloatImage found = p.probabilities().orElseThrow();
                        assertThat(p.classes()).isEqualTo(classes.get(p.slice()));
                        for (int i = 0; i < 19 * 11; i++) {
                            float background = found.pixels()[i];
                            float foreground = found.pixels()[19 * 11 + i];
                            assertThat(background + foreground).isCloseTo(1, within(1e-6f));
                            assertThat(p.classes()[i] == 1).isEqualTo(foreground > background);
                        }
                    },
                    Progress.none());
        }
    }

    @Test
    void windowsOfTheSlicesSizeAndExactTilesGiveTheSame() {
        Stack stack = new Stack(24, 16, 2);
        Windows windows = new Windows.Sliding(24, 16, .25, Importance.GAUSSIAN);
        Map<Integer, byte[]> sliding =
                predict(
                        model(Normalization.perSlice()),
                        SETTINGS.withWindows(windows),
                        stack,
                        z -> false);
        List<byte[]> exact = predict(Normalization.perSlice(), stack);
        assertThat(sliding.get(0)).isEqualTo(exact.get(0));
        assertThat(sliding.get(1)).isEqualTo(exact.get(1));
    }

    /** 600 000 slices, 2.4e9 voxels. */
    @Test
    void aStackMayHaveMoreVoxelsThanAnArray() {
        Stack stack = new Stack(new VolumeShape(64, 64, 600_000, 1), 1, 0);
        assertThat(stack.shape().voxels()).isGreaterThan(1L << 31);
        PredictionSettings settings = SETTINGS.withRange(new SliceRange(0, 600_000, 199_999));
        assertThat(predict(model(Normalization.perSlice()), settings, stack, z -> false))
                .containsOnlyKeys(0, 199_999, 399_998, 599_997);
    }

    @Test
    void probabilitiesThatFitIntoNoArrayAreRefused() {
        Stack huge = new Stack(new VolumeShape(30_000, 36_000, 1, 1), 1, 0);
        PredictionSettings settings = SETTINGS.withProbabilities(true);
        assertThatThrownBy(() -> Findings.of(huge.shape(), 2, settings))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("30000 x 36000 x 2 classes")
                .hasMessageContaining("predict classes only");
    }

    private static Map<Integer, byte[]> predict(
            PixelModel model, PredictionSettings settings, SliceSource source, IntPredicate has) {
        Map<Integer, byte[]> slices = new LinkedHashMap<>();
        PredictionSink sink =
                new PredictionSink() {
                    @Override
                    public void write(SlicePrediction prediction) {
                        slices.put(prediction.slice(), prediction.classes().clone());
                    }

                    @Override
                    public boolean has(int slice) {
                        return has.test(slice);
                    }
                };
        try (SlicePredictor predictor = SlicePredictor.open(model, settings)) {
            predictor.predict(source, sink, Progress.none());
        }
        return slices;
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
            assertThatThrownBy(() -> predictor.predict(new Stack(8, 8, 1), p -> {}, cancelled))
                    .isInstanceOf(Cancelled.class);
        }
    }
}
