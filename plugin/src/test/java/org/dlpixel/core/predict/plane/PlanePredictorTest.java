package org.dlpixel.core.predict.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.SlicingAxis;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.predict.PredictionSettings;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePrediction;
import org.dlpixel.core.predict.SlicePredictor;
import org.dlpixel.core.predict.SliceRange;
import org.dlpixel.core.predict.plane.Volumes.Noise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanePredictorTest {

    private static final VoxelSize CUBES = new VoxelSize(1, 1, 1, "um");
    private static final PredictionSettings SETTINGS =
            new PredictionSettings(1 << 20, 1).withProbabilities(true);
    private static final Set<SlicingAxis> ALL = EnumSet.allOf(SlicingAxis.class);

    @TempDir private Path folder;

    private PlaneSettings planes(Set<SlicingAxis> axes) {
        return new PlaneSettings(axes, folder).withMaxBytes(1 << 20);
    }

    private Kept predict(Noise stack, PlaneSettings planes) {
        return predict(Volumes.model(), stack, SETTINGS, planes);
    }

    private Kept predict(
            PixelModel model, Noise stack, PredictionSettings settings, PlaneSettings planes) {
        Kept kept = new Kept();
        try (PlanePredictor predictor = PlanePredictor.open(model, settings, planes)) {
            predictor.predict(stack, kept, Progress.none());
        }
        assertThat(folder).isEmptyDirectory();
        return kept;
    }

    /** Slices across an axis, predicted as if the volume had been stored so. */
    private static Kept directly(Noise stack, SlicingAxis axis) {
        Normalization n = Normalization.defaults();
        IntensityRange range =
                Quantiles.range(stack, n.lowPercentile(), n.highPercentile(), Progress.none());
        Kept kept = new Kept();
        try (SlicePredictor predictor = SlicePredictor.open(Volumes.model(), SETTINGS)) {
            predictor.predict(stack.turned(axis), range, kept, Progress.none());
        }
        return kept;
    }

    private static float turned(Kept across, SlicingAxis axis, int x, int y, int z, int c) {
        return switch (axis) {
            case Z -> across.probabilities.get(z).at(x, y, c);
            case Y -> across.probabilities.get(y).at(x, z, c);
            case X -> across.probabilities.get(x).at(y, z, c);
        };
    }

    @Test
    void oneAxisGivesWhatTheTurnedVolumeGives() {
        Noise stack = new Noise(21, 17, 13, CUBES);
        for (SlicingAxis axis : SlicingAxis.values()) {
            Kept direct = directly(stack, axis);
            Kept found = predict(stack, planes(EnumSet.of(axis)).withIsotropic(false));
            assertThat(found.classes.keySet()).containsExactlyElementsOf(range(13));
            found.probabilities.forEach(
                    (z, p) -> {
                        for (int i = 0; i < 3 * 17 * 21; i++) {
                            int x = i % 21;
                            int y = i / 21 % 17;
                            int c = i / 357;
                            assertThat(p.at(x, y, c)).isEqualTo(turned(direct, axis, x, y, z, c));
                        }
                    });
        }
    }

    @Test
    void classesAreTurnedEvenIfProbabilitiesAreNotAsked() {
        Noise stack = new Noise(9, 8, 7, CUBES);
        PlaneSettings planes = planes(EnumSet.of(SlicingAxis.X)).withIsotropic(false);
        Kept with = predict(stack, planes);
        Kept without = predict(Volumes.model(), stack, SETTINGS.withProbabilities(false), planes);
        assertThat(without.probabilities).isEmpty();
        assertThat(without.classes).usingRecursiveComparison().isEqualTo(with.classes);
    }

    @Test
    void severalAxesAreAveraged() {
        Noise stack = new Noise(21, 17, 13, CUBES);
        for (Set<SlicingAxis> axes : List.of(ALL, EnumSet.of(SlicingAxis.Y, SlicingAxis.X))) {
            Kept fused = predict(stack, planes(axes).withWeight(3));
            List<Kept> single = axes.stream().map(axis -> directly(stack, axis)).toList();
            List<SlicingAxis> order = List.copyOf(axes);
            fused.probabilities.forEach(
                    (z, p) -> {
                        for (int i = 0; i < 3 * 17 * 21; i++) {
                            int x = i % 21;
                            int y = i / 21 % 17;
                            int c = i / 357;
                            double sum = 0;
                            double weights = 0;
                            for (int a = 0; a < order.size(); a++) {
                                SlicingAxis axis = order.get(a);
                                double weight = axis == SlicingAxis.Z ? 3 : 1;
                                sum += weight * turned(single.get(a), axis, x, y, z, c);
                                weights += weight;
                            }
                            assertThat((double) p.at(x, y, c))
                                    .isCloseTo(sum / weights, Offset.offset(1e-5));
                        }
                    });
            requireMostProbable(fused);
        }
    }

    private static void requireMostProbable(Kept found) {
        found.probabilities.forEach(
                (z, p) -> {
                    byte[] classes = new byte[p.width() * p.height()];
                    MostProbable.classes(p, classes);
                    assertThat(found.classes.get(z)).isEqualTo(classes);
                });
    }

    /** Pixels of slices across y are then square, whatever the voxel size says. */
    @Test
    void stretchingMakesPixelsSquare() {
        Noise cubes = new Noise(16, 12, 10, CUBES);
        Noise flat = new Noise(16, 12, 10, new VoxelSize(1, 1, 4, "um"));
        PlaneSettings y = planes(EnumSet.of(SlicingAxis.Y));
        TreeMap<Integer, byte[]> square = predict(cubes, y).classes;
        assertThat(predict(flat, y.withIsotropic(false)).classes)
                .usingRecursiveComparison()
                .isEqualTo(square);
        assertThat(predict(flat, y.withAnisotropy(OptionalDouble.of(1))).classes)
                .usingRecursiveComparison()
                .isEqualTo(square);
        Kept stretched = predict(flat, y);
        assertThat(stretched.classes).usingRecursiveComparison().isNotEqualTo(square);
        assertThat(predict(cubes, y.withAnisotropy(OptionalDouble.of(4))).classes)
                .usingRecursiveComparison()
                .isEqualTo(stretched.classes);
        requireMostProbable(stretched);
        for (FloatImage p : stretched.probabilities.values()) {
            for (int i = 0; i < 16 * 12; i++) {
                assertThat(p.pixels()[i] + p.pixels()[192 + i] + p.pixels()[384 + i])
                        .isCloseTo(1, Offset.offset(1e-5f));
            }
        }
    }

    @Test
    void memoryDoesNotChangeTheResult() {
        Noise stack = new Noise(64, 70, 60, CUBES);
        TreeMap<Integer, byte[]> once = predict(stack, planes(ALL).withMaxBytes(1 << 28)).classes;
        int reads = stack.reads();
        TreeMap<Integer, byte[]> again = predict(stack, planes(ALL).withMaxBytes(1 << 20)).classes;
        assertThat(again).usingRecursiveComparison().isEqualTo(once);
        assertThat(stack.reads() - reads).isGreaterThan(reads);
    }

    @Test
    void smoothingIsThatOfSmoothedSinks() {
        Noise stack = new Noise(20, 12, 9, CUBES);
        Kept expected = new Kept();
        SmoothedSink smoothed = new SmoothedSink(expected, 1, range(9));
        try (PlanePredictor predictor =
                PlanePredictor.open(Volumes.model(), SETTINGS, planes(ALL))) {
            predictor.predict(stack, smoothed, Progress.none());
        }
        assertThat(predict(stack, planes(ALL).withSmoothing(1)).classes)
                .usingRecursiveComparison()
                .isEqualTo(expected.classes);
    }

    @Test
    void whatTheNetworkAloneSaysCanBeCompared() {
        Noise stack = new Noise(20, 12, 9, CUBES);
        TreeMap<Integer, byte[]> alone = directly(stack, SlicingAxis.Z).classes;
        for (Set<SlicingAxis> axes : List.of(ALL, EnumSet.of(SlicingAxis.Z))) {
            Kept plain = new Kept();
            Kept kept = new Kept();
            PlaneSettings planes = planes(axes).withSmoothing(1);
            try (PlanePredictor predictor =
                    PlanePredictor.open(Volumes.model(), SETTINGS, planes, plain::write)) {
                predictor.predict(stack, kept, Progress.none());
            }
            assertThat(plain.classes).usingRecursiveComparison().isEqualTo(alone);
            assertThat(kept.classes).usingRecursiveComparison().isNotEqualTo(alone);
        }
    }

    @Test
    void networksThatSeeNeighboursWorkAcrossAllAxes() {
        PixelModel model = Volumes.model(Normalization.defaults(), new SliceContext(1));
        Noise stack = new Noise(16, 12, 10, new VoxelSize(1, 1, 2.2, "um"));
        requireMostProbable(predict(model, stack, SETTINGS, planes(ALL)));
    }

    /** Whatever a slice is averaged, smoothed or seen with is of its own time point. */
    @Test
    void timePointsAreStacksOfTheirOwn() {
        PixelModel model = Volumes.model(Normalization.defaults(), new SliceContext(1));
        List<Noise> stacks =
                List.of(new Noise(16, 12, 5, CUBES, 1), new Noise(16, 12, 5, CUBES, 2));
        PredictionSettings some = SETTINGS.withRange(new SliceRange(1, 4, 2));
        List<PlaneSettings> all =
                List.of(
                        planes(EnumSet.of(SlicingAxis.Z)),
                        planes(EnumSet.of(SlicingAxis.Z)).withSmoothing(1),
                        planes(EnumSet.of(SlicingAxis.X)),
                        planes(ALL),
                        planes(ALL).withSmoothing(1));
        for (PlaneSettings planes : all) {
            for (PredictionSettings settings : List.of(SETTINGS, some)) {
                assertOwnStacks(model, stacks, settings, planes);
            }
        }
    }

    private static void assertOwnStacks(
            PixelModel model,
            List<Noise> stacks,
            PredictionSettings settings,
            PlaneSettings planes) {
        IntensityRange range = new IntensityRange(0, 400);
        Kept film = new Kept();
        Kept watched = new Kept();
        Kept expected = new Kept();
        try (PlanePredictor predictor =
                PlanePredictor.open(model, settings, planes, watched::write)) {
            predictor.predict(new Volumes.Film(stacks), range, film, Progress.none());
        }
        TreeMap<Integer, byte[]> seen = new TreeMap<>(watched.classes);
        try (PlanePredictor predictor =
                PlanePredictor.open(model, settings, planes, watched::write)) {
            for (int t = 0; t < stacks.size(); t++) {
                int first = 5 * t;
                watched.classes.clear();
                PredictionSink shifted = p -> expected.write(p.shifted(first));
                predictor.predict(stacks.get(t), range, shifted, Progress.none());
                int across = t * planes.watchedSlices(stacks.get(t).shape());
                watched.classes.forEach(
                        (s, classes) -> assertThat(seen.remove(across + s)).isEqualTo(classes));
            }
        }
        assertThat(seen).isEmpty();
        assertThat(film.classes).usingRecursiveComparison().isEqualTo(expected.classes);
        assertThat(film.probabilities.keySet()).isEqualTo(expected.probabilities.keySet());
        film.probabilities.forEach(
                (slice, p) ->
                        assertThat(p.pixels())
                                .isEqualTo(expected.probabilities.get(slice).pixels()));
    }

    @Test
    void aRangeCountsAlongZIfAxesAreAveraged() {
        Noise stack = new Noise(20, 12, 9, CUBES);
        TreeMap<Integer, byte[]> whole = predict(stack, planes(ALL)).classes;
        PredictionSettings some = SETTINGS.withRange(new SliceRange(2, 7, 3));
        Kept part = predict(Volumes.model(), stack, some, planes(ALL));
        assertThat(part.classes.keySet()).containsExactly(2, 5);
        part.classes.forEach((z, c) -> assertThat(c).isEqualTo(whole.get(z)));
    }

    @Test
    void aRangeCountsAlongASingleAxis() {
        Noise stack = new Noise(20, 12, 9, CUBES);
        PlaneSettings y = planes(EnumSet.of(SlicingAxis.Y));
        TreeMap<Integer, byte[]> whole = predict(stack, y).classes;
        PredictionSettings some = SETTINGS.withRange(new SliceRange(1, 11, 4));
        predict(Volumes.model(), stack, some, y)
                .classes
                .forEach(
                        (z, c) -> {
                            for (int i = 0; i < c.length; i++) {
                                boolean wanted = i / 20 % 4 == 1;
                                assertThat(c[i]).isEqualTo(wanted ? whole.get(z)[i] : 0);
                            }
                        });
    }

    @Test
    void slicesThatAreThereStayUntouched() {
        Noise stack = new Noise(20, 12, 9, CUBES);
        for (Set<SlicingAxis> axes : List.of(ALL, EnumSet.of(SlicingAxis.X))) {
            Kept whole = predict(stack, planes(axes));
            for (int there : new int[] {4, 9}) {
                Kept kept = new Kept();
                int before = stack.reads();
                try (PlanePredictor predictor =
                        PlanePredictor.open(Volumes.model(), SETTINGS, planes(axes))) {
                    predictor.predict(
                            stack, IntensityRange.UNIT, new From(there, kept), Progress.none());
                    assertThat(stack.reads() == before).isEqualTo(there == 9);
                    kept.classes.clear();
                    predictor.predict(stack, new From(there, kept), Progress.none());
                }
                assertThat(kept.classes)
                        .usingRecursiveComparison()
                        .isEqualTo(new TreeMap<>(whole.classes.tailMap(there)));
            }
        }
    }

    /** Has the slices before one already. */
    private record From(int slice, Kept rest) implements PredictionSink {

        @Override
        public boolean has(int other) {
            return other < slice;
        }

        @Override
        public void write(SlicePrediction p) {
            rest.write(p);
        }
    }

    @Test
    void nothingIsLeftBehindWhenItIsCancelled() {
        Noise stack = new Noise(20, 12, 9, CUBES);
        for (Set<SlicingAxis> axes : List.of(ALL, EnumSet.of(SlicingAxis.Y))) {
            for (int checks : new int[] {1, 12, 25}) {
                assertThatThrownBy(
                                () -> {
                                    try (PlanePredictor predictor =
                                            PlanePredictor.open(
                                                    Volumes.model(), SETTINGS, planes(axes))) {
                                        predictor.predict(
                                                stack,
                                                IntensityRange.UNIT,
                                                new Kept(),
                                                new Stopping(checks));
                                    }
                                })
                        .isInstanceOf(Cancelled.class);
                assertThat(folder).isEmptyDirectory();
            }
        }
    }

    /** Is cancelled after some checks. */
    private static final class Stopping implements Progress {

        private final AtomicInteger left;

        Stopping(int checks) {
            left = new AtomicInteger(checks);
        }

        @Override
        public void report(double fraction, String message) {}

        @Override
        public void checkCancelled() {
            if (left.decrementAndGet() < 0) {
                throw new Cancelled();
            }
        }
    }

    @Test
    void aMissingFolderIsNamed() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(
                        () -> predict(new Noise(8, 8, 8, CUBES), new PlaneSettings(ALL, missing)))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining("missing");
    }

    private static List<Integer> range(int end) {
        return IntStream.range(0, end).boxed().toList();
    }
}
