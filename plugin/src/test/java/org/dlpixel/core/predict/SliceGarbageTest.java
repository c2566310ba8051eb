package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.io.TiffWriter;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a slice leaves on the heap makes the process grow over a large stack. */
class SliceGarbageTest {

    private static final VolumeShape SHAPE = new VolumeShape(512, 384, 40, 1);
    private static final UNetSettings NETWORK =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(2);

    /** Slices after which everything is loaded and warm, and after which most is done. */
    private static final List<Integer> MARKS = List.of(12, 32);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir private Path folder;

    /** An array of a byte per pixel would be 196608. */
    @ParameterizedTest
    @ValueSource(ints = {1 << 20, 1 << 16})
    void aSliceFromFileToFileMakesNoArrays(int largestTile) {
        Path input = folder.resolve("image.tif");
        write(input);
        PredictionSettings settings = new PredictionSettings(largestTile, 1);
        long[] allocated = new long[SHAPE.slices()];
        try (SliceSource source = ImageFiles.open(input);
                TiffWriter out = writer(folder.resolve("classes.tif"), PixelType.UINT8);
                SlicePredictor predictor = SlicePredictor.open(model(), settings)) {
            predictor.predict(
                    source,
                    p -> {
                        out.write(p.slice(), p.classes());
                        allocated[p.slice()] = allocated();
                    },
                    Progress.none());
        }
        int slices = MARKS.get(1) - MARKS.get(0);
        long each = (allocated[MARKS.get(1)] - allocated[MARKS.get(0)]) / slices;
        assertThat(each).isPositive().isLessThan(SHAPE.plane() / 2);
    }

    /** Bytes that this thread and those that work for it have taken from the heap so far. */
    private static long allocated() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t == Thread.currentThread() || t.getName().startsWith("dlpixel-"))
                .mapToLong(t -> THREADS.getThreadAllocatedBytes(t.getId()))
                .sum();
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

    private static TiffWriter writer(Path file, PixelType type) {
        return TiffWriter.create(file, SHAPE, type, VoxelSize.UNKNOWN);
    }

    private static void write(Path file) {
        SplittableRandom random = new SplittableRandom(1);
        float[] pixels = new float[SHAPE.plane()];
        try (TiffWriter out = writer(file, PixelType.UINT16)) {
            for (int z = 0; z < SHAPE.slices(); z++) {
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = random.nextInt(1000);
                }
                out.write(z, pixels);
            }
        }
    }
}
