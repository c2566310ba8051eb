package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeFilesTest {

    @TempDir Path folder;

    private void png(String name, int width, int height, int value) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(1, 0, 0, value);
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    private void tiff(String name, int slices, float value) {
        VolumeShape shape = new VolumeShape(3, 2, slices, 2);
        VoxelSize voxel = new VoxelSize(0.5, 0.5, 3, "um");
        try (TiffWriter out =
                TiffWriter.create(folder.resolve(name), shape, PixelType.UINT16, voxel)) {
            for (int z = 0; z < slices; z++) {
                float[] values = new float[12];
                values[11] = value;
                out.write(z, values);
            }
        }
    }

    @Test
    void imagesOfAFolderAreSlicesInNaturalOrder() throws IOException {
        for (int z : new int[] {10, 2, 1, 9}) {
            png("z" + z + ".png", 4, 3, z);
        }
        Files.writeString(folder.resolve("notes.txt"), "x");
        png(".hidden.png", 9, 9, 0);
        try (SliceSource stack = VolumeFiles.open(folder)) {
            assertThat(stack.shape()).isEqualTo(new VolumeShape(4, 3, 4, 1));
            assertThat(stack.name()).isEqualTo(folder.toString());
            int[] expected = {1, 2, 9, 10};
            for (int z = 0; z < 4; z++) {
                assertThat(stack.slice(z).at(1, 0, 0)).isEqualTo(expected[z]);
            }
        }
    }

    @Test
    void tiffsOfAFolderKeepChannelsTypeAndVoxelSize() {
        tiff("a_2.tif", 1, 2);
        tiff("a_1.tif", 1, 1);
        try (SliceSource stack = VolumeFiles.open(folder)) {
            assertThat(stack.shape()).isEqualTo(new VolumeShape(3, 2, 2, 2));
            assertThat(stack.pixelType()).isEqualTo(PixelType.UINT16);
            assertThat(stack.voxelSize()).isEqualTo(new VoxelSize(0.5, 0.5, 3, "um"));
            assertThat(stack.slice(1).at(2, 1, 1)).isEqualTo(2);
        }
    }

    @Test
    void imagesOfDifferentSizesAreRefusedAtOnce() throws IOException {
        png("z1.png", 4, 3, 1);
        png("z2.png", 4, 4, 2);
        assertThatThrownBy(() -> VolumeFiles.open(folder))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("z2.png has 4 x 4 pixels, expected is 4 x 3 as in z1.png");
    }

    @Test
    void stacksInAFolderAreRefused() {
        tiff("a.tif", 2, 1);
        assertThatThrownBy(() -> VolumeFiles.open(folder))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("a.tif has 2 slices");
    }

    @Test
    void foldersWithoutImagesAndMissingPathsAreNamed() {
        assertThatThrownBy(() -> VolumeFiles.open(folder))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(folder.toString());
        Path missing = folder.resolve("missing.ome.zarr");
        assertThatThrownBy(() -> VolumeFiles.open(missing))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(missing + ": the file does not exist");
    }

    @Test
    void numbersInNamesCompareAsNumbers() {
        assertThat(
                        Stream.of("a10", "a9", "b1", "a", "a09b", "a9a", "B2", "a010")
                                .sorted(NaturalOrder::compare))
                .containsExactly("B2", "a", "a9", "a9a", "a09b", "a010", "a10", "b1");
    }
}
