package org.dlpixel.nodes.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.StackFormat;
import org.dlpixel.core.io.StackTarget;
import org.dlpixel.core.io.VolumeFiles;
import org.dlpixel.core.predict.SlicePrediction;
import org.dlpixel.core.predict.Uncertainty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowResultsTest {

    private static final int CLASSES = 3;
    private static final int DEPTH = 9;
    private static final VolumeShape SHAPE = new VolumeShape(7, 5, 4, 1);
    private static final List<Integer> SLICES = List.of(2, 3, 4, 5);

    @TempDir Path folder;

    private final OutputParameters output = new OutputParameters();

    private ResultStack.File file(Product product, StackFormat format) {
        Path path = folder.resolve(product.text() + format.extension());
        VolumeShape shape =
                new VolumeShape(
                        SHAPE.width(),
                        SHAPE.height(),
                        SHAPE.slices(),
                        product == Product.PROBABILITIES ? CLASSES : 1);
        StackTarget target =
                new StackTarget(
                        path,
                        shape,
                        product.type(output),
                        VoxelSize.UNKNOWN,
                        product == Product.SEGMENTATION
                                ? new StackTarget.Labels(List.of())
                                : new StackTarget.Intensities(List.of()));
        return new ResultStack.File(path, format.open(target, "fingerprint"));
    }

    private RowResults results(StackFormat format) {
        return new RowResults(
                output,
                SLICES,
                DEPTH,
                CLASSES,
                Map.of(Product.SEGMENTATION, file(Product.SEGMENTATION, format)));
    }

    private static SlicePrediction prediction(int slice) {
        SplittableRandom random = new SplittableRandom(slice);
        FloatImage p = FloatImage.zeros(SHAPE.width(), SHAPE.height(), CLASSES);
        byte[] classes = new byte[SHAPE.plane()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) random.nextInt(CLASSES);
            float share = random.nextInt(4, 10) / 10f;
            for (int c = 0; c < CLASSES; c++) {
                p.pixels()[c * classes.length + i] =
                        c == classes[i] ? share : (1 - share) / (CLASSES - 1);
            }
        }
        return new SlicePrediction(slice, classes, Optional.of(p));
    }

    @ParameterizedTest
    @EnumSource(StackFormat.class)
    void whatAnEarlierExecutionLeftIsCountedAsIfItWereNew(StackFormat format) throws IOException {
        output.m_values = Choices.LabelValues.INDEX_PLUS_ONE;
        try (RowResults interrupted = results(format)) {
            interrupted.write(prediction(2));
            interrupted.write(prediction(4));
        }

        SliceStatistics whole = new SliceStatistics(CLASSES, DEPTH);
        SLICES.forEach(slice -> whole.add(slice, prediction(slice).classes()));
        try (RowResults results = results(format)) {
            assertThat(results.goesOn()).isTrue();
            assertThat(SLICES.stream().filter(results::has)).containsExactly(2, 4);
            assertThat(results.has(0)).as("no part of the result").isTrue();
            results.write(prediction(3));
            results.write(prediction(5));
            results.finish(Progress.none());
            assertThat(results.statistics().slices()).isEqualTo(whole.slices());
            assertThat(results.statistics().flicker()).isEqualTo(whole.flicker());
        }
        Path path = folder.resolve("segmentation" + format.extension());
        try (SliceSource written = VolumeFiles.open(path)) {
            float[] values = written.slice(1).pixels();
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isEqualTo(prediction(3).classes()[i] + 1f);
            }
        }
    }

    @Test
    void mapsAreScaledToTheirPixelType() throws IOException {
        output.m_mapType = Choices.MapType.UINT16;
        output.m_uncertainty = Choices.UncertaintyMap.MARGIN;
        Map<Product, ResultStack> stacks =
                Map.of(
                        Product.PROBABILITIES,
                        file(Product.PROBABILITIES, StackFormat.OME_ZARR_0_5),
                        Product.UNCERTAINTY,
                        file(Product.UNCERTAINTY, StackFormat.TIFF));
        try (RowResults results = new RowResults(output, SLICES, DEPTH, CLASSES, stacks)) {
            SLICES.forEach(slice -> results.write(prediction(slice)));
            results.finish(Progress.none());
        }

        FloatImage expected = prediction(5).probabilities().orElseThrow();
        assertScaled(folder.resolve("probabilities.ome.zarr"), expected);
        assertScaled(folder.resolve("uncertainty.tif"), Uncertainty.MARGIN.of(expected));
    }

    private static void assertScaled(Path path, FloatImage expected) {
        try (SliceSource written = VolumeFiles.open(path)) {
            assertThat(written.pixelType()).isEqualTo(PixelType.UINT16);
            float[] values = written.slice(3).pixels();
            for (int i = 0; i < values.length; i++) {
                float scaled = expected.pixels()[i] * (float) PixelType.UINT16.max();
                assertThat(values[i]).isCloseTo(scaled, within(0.51f));
            }
        }
    }
}
