package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TiffWriterTest {

    private static final VoxelSize VOXEL = new VoxelSize(1.17, 0.2838, 5, "um");
    private static final VolumeShape SHAPE = new VolumeShape(3, 2, 2, 1);

    @TempDir Path folder;

    @Property(tries = 60, seed = "5")
    void whatIsWrittenIsReadAgain(
            @ForAll PixelType type,
            @ForAll boolean big,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll @IntRange(min = 1, max = 4) int slices,
            @ForAll @IntRange(min = 1, max = 3) int channels)
            throws IOException {
        VolumeShape shape = new VolumeShape(width, height, slices, channels);
        Path file = Files.createTempFile("stack", ".tif");
        try {
            TiffLayout layout = new TiffLayout(shape, type, VOXEL, big);
            try (TiffWriter out = TiffWriter.create(file, shape, type, layout)) {
                for (int z = slices - 1; z >= 0; z--) {
                    out.write(z, values(shape, z));
                }
            }
            try (SliceSource stack = ImageFiles.open(file)) {
                assertThat(stack.shape()).isEqualTo(shape);
                assertThat(stack.pixelType()).isEqualTo(type);
                assertThat(stack.voxelSize().x()).isCloseTo(1.17, within(1e-9));
                assertThat(stack.voxelSize().y()).isCloseTo(0.2838, within(1e-9));
                assertThat(stack.voxelSize().z()).isEqualTo(5);
                assertThat(stack.voxelSize().unit()).isEqualTo("um");
                for (int z = 0; z < slices; z++) {
                    assertThat(stack.slice(z).pixels()).isEqualTo(values(shape, z));
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void valuesAreRoundedAndLimitedToTheType() {
        Path file = folder.resolve("a.tif");
        VolumeShape shape = new VolumeShape(5, 1, 1, 1);
        try (TiffWriter out = TiffWriter.create(file, shape, PixelType.UINT8, VOXEL)) {
            out.write(0, new float[] {-3, 1.6f, 254.9f, 1e6f, Float.NaN});
        }
        try (SliceSource stack = ImageFiles.open(file)) {
            assertThat(stack.slice(0).pixels()).containsExactly(0, 2, 255, 255, 0);
        }
    }

    @Test
    void aWriterThatIsClosedEarlyLeavesTheOldFileAlone() throws IOException {
        Path file = folder.resolve("a.tif");
        Files.writeString(file, "old");
        try (TiffWriter out = TiffWriter.create(file, SHAPE, PixelType.UINT8, VOXEL)) {
            out.write(1, new byte[6]);
        }
        assertThat(file).hasContent("old");
        assertThat(names(folder)).containsExactly("a.tif");
    }

    @Test
    void anAbortedWriterLeavesNothing() throws IOException {
        TiffWriter out = TiffWriter.create(folder.resolve("a.tif"), SHAPE, PixelType.UINT8, VOXEL);
        out.write(0, new byte[6]);
        out.write(1, new byte[6]);
        out.abort();
        out.close();
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void theFileOnlyAppearsWhenItIsComplete() throws IOException {
        Path file = folder.resolve("new/folder/a.tif");
        try (TiffWriter out = TiffWriter.create(file, SHAPE, PixelType.FLOAT32, VOXEL)) {
            out.write(0, new float[6]);
            out.write(1, new float[6]);
            assertThat(file).doesNotExist();
        }
        assertThat(names(file.getParent())).containsExactly("a.tif");
    }

    @Test
    void aFileInTheWayOfTheFolderIsNamed() throws IOException {
        Path inTheWay = folder.resolve("file");
        Files.writeString(inTheWay, "x");
        assertThatThrownBy(
                        () ->
                                TiffWriter.create(
                                        inTheWay.resolve("a.tif"), SHAPE, PixelType.UINT8, VOXEL))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining(inTheWay.toString());
        assertThatThrownBy(() -> OutputFolder.requireWritable(inTheWay))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining(inTheWay.toString());
        assertThat(inTheWay).hasContent("x");
    }

    @Test
    void aFolderOfThatNameIsNamed() {
        assertThatThrownBy(() -> TiffWriter.create(folder, SHAPE, PixelType.UINT8, VOXEL))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aWritableFolderIsMadeAndLeftEmpty() throws IOException {
        Path fresh = folder.resolve("x/y");
        OutputFolder.requireWritable(fresh);
        assertThat(names(fresh)).isEmpty();
    }

    @Test
    void slicesAndSizesThatDoNotFitAreRefused() {
        try (TiffWriter out =
                TiffWriter.create(folder.resolve("a.tif"), SHAPE, PixelType.UINT16, VOXEL)) {
            assertThatThrownBy(() -> out.write(2, new float[6])).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> out.write(0, new float[7])).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> out.write(0, new byte[6])).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void stacksBeyondFourGigabytesBecomeBigTiff() {
        ByteBuffer small = layout(700).header();
        ByteBuffer large = layout(800).header();
        assertThat(small.getShort(2)).isEqualTo((short) 42);
        assertThat(large.getShort(2)).isEqualTo((short) 43);
        assertThat(layout(800).pixels(799)).isGreaterThan(0xffff_ffffL);
        assertThat(layout(700).directory(699)).isLessThan(0xffff_ffffL);
    }

    private static TiffLayout layout(int slices) {
        VolumeShape shape = new VolumeShape(2000, 1500, slices, 1);
        return new TiffLayout(shape, PixelType.UINT16, VOXEL, false);
    }

    private static float[] values(VolumeShape shape, int slice) {
        float[] values = new float[shape.plane() * shape.channels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (slice * 31 + i * 7) % 128;
        }
        return values;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
