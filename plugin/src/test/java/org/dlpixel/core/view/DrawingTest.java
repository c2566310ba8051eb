package org.dlpixel.core.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class DrawingTest {

    @Property(tries = 50, seed = "42")
    void pngHoldsThePixels(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll boolean smooth,
            @ForAll long seed)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = smooth ? (i * 3) & 0xffffff : random.nextInt(1 << 24);
        }
        RgbImage image = new RgbImage(width, height, rgb);
        var read = ImageIO.read(new ByteArrayInputStream(image.png()));
        assertThat(read.getWidth()).isEqualTo(width);
        assertThat(read.getHeight()).isEqualTo(height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertThat(read.getRGB(x, y) & 0xffffff).isEqualTo(image.at(x, y));
            }
        }
        assertThat(image.png()).isEqualTo(image.png());
    }

    @Test
    void aLineCoversItsPixelsAndItsEdgesHalf() {
        Canvas canvas = new Canvas(10, 5, 0);
        canvas.line(2, 2, 8, 2, 1, 0xffffff);
        RgbImage image = canvas.image();
        // the line's centre lies on the border of rows 1 and 2
        assertThat(image.at(5, 1) & 0xff).isEqualTo(128);
        assertThat(image.at(5, 2) & 0xff).isEqualTo(128);
        assertThat(image.at(5, 0)).isZero();
        assertThat(image.at(0, 2)).isZero();
    }

    @Test
    void joinedLinesAreNotPaintedTwice() {
        Canvas once = new Canvas(20, 20, 0);
        once.stroke(new double[] {2, 10, 18, 10}, 3, 0xffffff, 0.5);
        Canvas twice = new Canvas(20, 20, 0);
        twice.stroke(new double[] {2, 10, 18, 10, 2, 10, 18, 10}, 3, 0xffffff, 0.5);
        assertThat(twice.image().rgb()).isEqualTo(once.image().rgb());
    }

    @Test
    void whatLiesOutsideIsCutOff() {
        Canvas canvas = new Canvas(8, 8, 0x123456);
        canvas.line(-50, -50, -10, -20, 2, 0xffffff);
        canvas.fill(-5, -5, 4, 4, 0xffffff, 1);
        canvas.dot(100, 4, 5, 0xffffff);
        assertThat(IntStream.of(canvas.image().rgb()).allMatch(p -> p == 0x123456)).isTrue();
        canvas.line(-100, 4, 100, 4, 20, 0xffffff);
        assertThat(IntStream.of(canvas.image().rgb()).allMatch(p -> p == 0xffffff)).isTrue();
    }

    @Test
    void everyPrintableAsciiCharacterHasItsOwnDrawing() {
        Set<Object> drawings = new HashSet<>();
        for (char c = '!'; c <= '~'; c++) {
            Glyphs.Glyph glyph = Glyphs.of(c);
            assertThat(glyph).as("glyph of %s", c).isNotSameAs(Glyphs.of('\u4e2d'));
            drawings.add(glyph);
        }
        assertThat(drawings).hasSize('~' - '!' + 1);
    }

    @Test
    void accentsAreDroppedRatherThanTheLetter() {
        assertThat(Glyphs.of('\u00e4')).isSameAs(Glyphs.of('a'));
    }

    @Test
    void textHasTheLengthThatIsAnnounced() {
        Canvas canvas = new Canvas(200, 30, 0);
        Lettering text = new Lettering(canvas, 12, 0xffffff);
        double length = text.length("HIH");
        text.write("HIH", 190, 20, Lettering.Align.RIGHT);
        assertThat(leftmost(canvas.image())).isCloseTo((int) (190 - length), within(2));
        assertThat(text.length("HIHHIH")).isCloseTo(2 * length + 3, within(1e-9));
        assertThat(text.length("")).isZero();
    }

    @Test
    void textMayRunUpwards() {
        Canvas canvas = new Canvas(30, 200, 0);
        Lettering text = new Lettering(canvas, 12, 0xffffff).upwards();
        text.write("HIH", 20, 190, Lettering.Align.LEFT);
        assertThat(leftmost(canvas.image())).isBetween(6, 8);
        assertThat(canvas.image().at(14, 189)).isNotZero();
    }

    @Test
    void theFirstColoursDifferAndRecurDarker() {
        Set<Integer> colours = new HashSet<>();
        for (int c = 0; c < 15; c++) {
            colours.add(Palette.of(c));
        }
        assertThat(colours).hasSize(15);
        assertThat(Palette.mix(0x000000, 0xffffff, 0.5)).isEqualTo(0x808080);
        assertThat(Palette.mix(0x102030, 0xffffff, 0)).isEqualTo(0x102030);
        assertThat(Palette.css(0x00ab01)).isEqualTo("#00ab01");
    }

    @Test
    void anEmptyPictureIsRefused() {
        assertThatThrownBy(() -> new RgbImage(0, 3, new int[0])).isInstanceOf(InvalidInput.class);
    }

    private static int leftmost(RgbImage image) {
        for (int x = 0; x < image.width(); x++) {
            for (int y = 0; y < image.height(); y++) {
                if (image.at(x, y) != 0) {
                    return x;
                }
            }
        }
        return -1;
    }
}
