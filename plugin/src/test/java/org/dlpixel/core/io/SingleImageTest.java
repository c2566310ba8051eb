package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleImageTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp"})
    void coloursBecomeChannelsInTheOrderRedGreenBlue(String format) throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x010203);
        image.setRGB(1, 0, 0xfefdfc);
        try (SliceSource stack = ImageFiles.open(write(image, format))) {
            assertThat(stack.shape()).isEqualTo(new VolumeShape(2, 1, 1, 3));
            assertThat(stack.slice(0).pixels()).containsExactly(1, 254, 2, 253, 3, 252);
        }
    }

    @Test
    void transparencyIsDropped() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x80102030);
        try (SliceSource stack = ImageFiles.open(write(image, "png"))) {
            assertThat(stack.slice(0).pixels()).containsExactly(16, 32, 48);
        }
    }

    @Test
    void sixteenBitsAreKept() throws IOException {
        BufferedImage image = new BufferedImage(1, 2, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 513);
        image.getRaster().setSample(0, 1, 0, 65535);
        try (SliceSource stack = ImageFiles.open(write(image, "png"))) {
            assertThat(stack.pixelType()).isEqualTo(PixelType.UINT16);
            assertThat(stack.slice(0).pixels()).containsExactly(513, 65535);
        }
    }

    @Test
    void jpegIsRead() throws IOException {
        BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY);
        try (SliceSource stack = ImageFiles.open(write(image, "jpg"))) {
            assertThat(stack.shape()).isEqualTo(new VolumeShape(16, 8, 1, 1));
        }
    }

    @Test
    void aDamagedImageIsNamed() throws IOException {
        Path file = write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));
        assertThatThrownBy(() -> ImageFiles.open(file))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(file.toString());
    }

    private Path write(BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("image." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }
}
