package org.dlpixel.benchmark.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.dlpixel.benchmark.Output;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.view.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentationPicturesTest {

    @TempDir Path folder;

    @Test
    void everySheetCanBeReadAndIsSmall() throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream terminal = new PrintStream(shown, true, StandardCharsets.UTF_8);
        new AugmentationPictures(new Output(folder, terminal)).write();

        for (String name : new String[] {"geometry", "intensity", "presets"}) {
            Path file = folder.resolve("augmentation-" + name + ".png");
            assertThat(file.toFile().length()).isBetween(20_000L, 100_000L);
            assertThat(ImageIO.read(file.toFile()).getWidth()).isBetween(500, 800);
        }
    }

    @Test
    void thePatchShowsVesselsAndBackground() {
        LabelledRegion grey = Vessels.grey(96);
        LabelledRegion stained = Vessels.stained(grey);
        long[] histogram = grey.labels().histogram(2);

        assertThat(histogram[0] + histogram[1]).isEqualTo(96 * 96);
        assertThat(histogram[1]).isBetween(96L * 96 / 20, 96L * 96 / 2);
        assertThat(stained.image().channels()).isEqualTo(3);
        assertThat(stained.labels()).isSameAs(grey.labels());
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 20_000})
    void fewColoursAreWrittenAndReadExactly(int limit) throws IOException {
        RgbImage picture = greys(40, 30);
        byte[] png = IndexedPng.encode(picture, limit);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(png).hasSizeLessThanOrEqualTo(limit);
        assertThat(read.getWidth()).isEqualTo(40);
        assertThat(read.getHeight()).isEqualTo(30);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                int before = picture.at(x, y) & 0xff;
                int now = read.getRGB(x, y) & 0xff;
                assertThat(now).isBetween(before - 43, before + 43);
            }
        }
    }

    @Test
    void whatCannotBeSmallEnoughIsRefused() {
        assertThatThrownBy(() -> IndexedPng.encode(greys(40, 30), 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 bytes");
    }

    private static RgbImage greys(int width, int height) {
        SplittableRandom random = new SplittableRandom(4);
        int[] rgb = random.ints((long) width * height, 0, 256).map(v -> 0x10101 * v).toArray();
        return new RgbImage(width, height, rgb);
    }
}
