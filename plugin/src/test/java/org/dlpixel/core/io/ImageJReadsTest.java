package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.nio.file.Path;
import java.util.List;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.TimeStep;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ImageJ, and with it Fiji, opens the TIFF files that we write as what they are. */
class ImageJReadsTest {

    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;
    private static final int DEPTH = 4;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "UINT8,1,1,8",
        "UINT8,3,2,8",
        "UINT16,1,2,16",
        "UINT16,2,1,16",
        "FLOAT32,1,1,32",
        "FLOAT32,3,2,32"
    })
    void imageJOpensAxesPixelsAndVoxelSize(PixelType type, int channels, int times, int bits) {
        VolumeShape shape = new VolumeShape(WIDTH, HEIGHT, DEPTH * times, channels, times);
        ImagePlus opened = IJ.openImage(write(shape, type).toString());

        assertThat(opened.getDimensions()).containsExactly(WIDTH, HEIGHT, channels, DEPTH, times);
        assertThat(opened.getBitDepth()).isEqualTo(bits);
        Calibration calibration = opened.getCalibration();
        assertThat(calibration.pixelWidth).isEqualTo(0.5);
        assertThat(calibration.pixelDepth).isEqualTo(2);
        assertThat(calibration.getUnit()).isEqualTo("micron");
        for (int z = 0; z < shape.slices(); z++) {
            for (int c = 0; c < channels; c++) {
                int plane = opened.getStackIndex(c + 1, z % DEPTH + 1, z / DEPTH + 1);
                for (int i = 0; i < WIDTH * HEIGHT; i++) {
                    float found = opened.getStack().getProcessor(plane).getf(i);
                    assertThat(found).isEqualTo(pixel(z, c, i));
                }
            }
        }
    }

    @Test
    void imageJFindsAPartOfAStackWhereItLies() {
        VolumeShape shape = new VolumeShape(WIDTH, HEIGHT, DEPTH, 1);
        StackTarget whole =
                StackTarget.labels(
                        folder.resolve("part.tif"),
                        shape,
                        new VoxelSize(0.5, 0.5, 2, "um"),
                        List.of());
        for (double first : new double[] {0, 7}) {
            try (StackWriter out = StackFormat.TIFF.open(whole.startingAt(first), "")) {
                for (int z = 0; z < DEPTH; z++) {
                    out.write(z, new byte[shape.plane()]);
                }
                out.complete();
            }
            Calibration calibration = IJ.openImage(whole.path().toString()).getCalibration();
            for (int z = 0; z < DEPTH; z++) {
                assertThat(calibration.getZ(z)).isEqualTo(first + 2 * z);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"s,sec", "min,min"})
    void theTimeStepIsThatOfImageJBothWays(String unit, String ofImageJ) {
        VoxelSize voxel = new VoxelSize(0.5, 0.5, 2, "um", new TimeStep(2.5, unit));
        VolumeShape shape = new VolumeShape(WIDTH, HEIGHT, 2 * DEPTH, 1, 2);
        Path path = folder.resolve("film.tif");
        StackTarget film = StackTarget.labels(path, shape, voxel, List.of());
        try (StackWriter out = StackFormat.TIFF.open(film, "")) {
            for (int s = 0; s < shape.slices(); s++) {
                out.write(s, new byte[shape.plane()]);
            }
            out.complete();
        }
        ImagePlus opened = IJ.openImage(path.toString());
        assertThat(opened.getCalibration().frameInterval).isEqualTo(2.5);
        assertThat(opened.getCalibration().getTimeUnit()).isEqualTo(ofImageJ);

        Path saved = folder.resolve("saved.tif");
        assertThat(IJ.saveAsTiff(opened, saved.toString())).isTrue();
        try (SliceSource read = ImageFiles.open(saved)) {
            assertThat(read.shape()).isEqualTo(shape);
            assertThat(read.voxelSize()).isEqualTo(voxel);
        }
    }

    private static float pixel(int z, int c, int i) {
        return z * 13 + c * 50 + i;
    }

    private Path write(VolumeShape shape, PixelType type) {
        Path path = folder.resolve("stack.tif");
        StackTarget target =
                new StackTarget(
                        path,
                        shape,
                        type,
                        new VoxelSize(0.5, 0.5, 2, "um"),
                        new StackTarget.Intensities(List.of()));
        try (StackWriter out = StackFormat.TIFF.open(target, "")) {
            for (int z = 0; z < shape.slices(); z++) {
                float[] values = new float[WIDTH * HEIGHT * shape.channels()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = pixel(z, i / (WIDTH * HEIGHT), i % (WIDTH * HEIGHT));
                }
                out.write(z, values);
            }
            out.complete();
        }
        return path;
    }
}
