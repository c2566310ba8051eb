package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.StackFormat;
import org.dlpixel.core.io.StackTarget;
import org.dlpixel.core.io.StackWriter;
import org.dlpixel.core.io.VolumeFiles;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of 30000 x 30000 pixels a slice, 2.7e9 voxels, from disk to disk.
 *
 * <p>Needs a heap of 8 GB and 12 GB of disk: {@code ./mvnw -pl plugin -am test
 * -Dtest=LargeFilesTest -Dtest.heap=8g -Dtest.excludedTags=
 * -Dsurefire.failIfNoSpecifiedTests=false}
 */
@Tag("slow")
class LargeFilesTest {

    private static final int SIDE = 30_000;
    private static final int SLICES = 3;
    private static final int PERIOD = 64;
    private static final int SMALL = 4 * PERIOD;
    private static final long HEAP = 7_500_000_000L;
    private static final IntensityRange RANGE = new IntensityRange(0, 255);
    private static final UNetSettings NETWORK =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4);

    private final byte[] pattern = pattern();

    @Test
    void aTiffOfHugeSlicesIsSegmentedFromFileToFile(@TempDir Path folder) {
        fromFileToFile(folder, StackFormat.TIFF);
    }

    @Test
    void anOmeZarrOfHugeSlicesIsSegmentedFromFileToFile(@TempDir Path folder) {
        fromFileToFile(folder, StackFormat.OME_ZARR_0_5);
    }

    /** The picture repeats itself every 64 pixels; away from the borders its classes do, too. */
    private void fromFileToFile(Path folder, StackFormat format) {
        assumeTrue(Runtime.getRuntime().maxMemory() > HEAP, "a heap of 8 GB is needed");
        Path image = folder.resolve("image" + format.extension());
        Path result = folder.resolve("classes" + format.extension());
        write(image, SIDE, SLICES, format);
        segment(image, result, format);
        Path small = folder.resolve("small" + format.extension());
        Path expected = folder.resolve("expected" + format.extension());
        write(small, SMALL, 1, format);
        segment(small, expected, format);
        float[] classes = new float[SMALL * SMALL];
        try (SliceSource source = VolumeFiles.open(expected)) {
            source.read(0, classes);
        }
        assertThat(classes).contains(0f, 1f);
        try (SliceSource source = VolumeFiles.open(result)) {
            assertThat(source.shape()).isEqualTo(new VolumeShape(SIDE, SIDE, SLICES, 1));
            assertThat(source.shape().voxels()).isGreaterThan(1L << 31);
            float[] slice = new float[SIDE * SIDE];
            for (int z = 0; z < SLICES; z++) {
                source.read(z, slice);
                assertThat(differences(slice, classes)).isZero();
            }
        }
    }

    private static long differences(float[] slice, float[] classes) {
        long different = 0;
        for (int y = PERIOD; y < SIDE - PERIOD; y++) {
            for (int x = PERIOD; x < SIDE - PERIOD; x++) {
                int same = (PERIOD + y % PERIOD) * SMALL + PERIOD + x % PERIOD;
                different += slice[y * SIDE + x] == classes[same] ? 0 : 1;
            }
        }
        return different;
    }

    private void write(Path path, int side, int slices, StackFormat format) {
        byte[] slice = new byte[side * side];
        for (int i = 0; i < slice.length; i++) {
            slice[i] = pattern[i / side % PERIOD * PERIOD + i % side % PERIOD];
        }
        VolumeShape shape = new VolumeShape(side, side, slices, 1);
        StackTarget target =
                new StackTarget(
                        path,
                        shape,
                        PixelType.UINT8,
                        VoxelSize.UNKNOWN,
                        new StackTarget.Intensities(List.of()));
        try (StackWriter out = format.open(target, "image")) {
            for (int z = 0; z < slices; z++) {
                out.write(z, slice);
            }
            out.complete();
        }
    }

    private static void segment(Path image, Path result, StackFormat format) {
        PredictionSettings settings = PredictionSettings.defaults();
        try (SliceSource source = VolumeFiles.open(image);
                SlicePredictor predictor = SlicePredictor.open(model(), settings);
                StackWriter out =
                        format.open(
                                StackTarget.labels(
                                        result, source.shape(), source.voxelSize(), List.of()),
                                "classes")) {
            predictor.predict(
                    source, RANGE, p -> out.write(p.slice(), p.classes()), Progress.none());
            out.complete();
        }
    }

    private static PixelModel model() {
        return new PixelModel(
                new ModelMetadata(
                        NETWORK,
                        ClassList.numbered(2),
                        Normalization.defaults(),
                        32,
                        1,
                        Map.of(),
                        Map.of()),
                Weights.random(NETWORK, 3));
    }

    private static byte[] pattern() {
        byte[] values = new byte[PERIOD * PERIOD];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) random.nextInt(256);
        }
        return values;
    }
}
