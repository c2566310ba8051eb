package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.Roi;
import org.junit.jupiter.api.Test;

class MirrorTest {

    @Test
    void aLineIsContinuedByItsMirrorImage() {
        FloatImage line = new FloatImage(3, 1, 1, new float[] {1, 2, 3});
        assertThat(Mirror.read(line, Roi.whole(8, 1))).containsExactly(1, 2, 3, 3, 2, 1, 1, 2);
        assertThat(Mirror.read(line, new Roi(4, 0, 6, 1))).containsExactly(2, 1);
    }

    @Property(tries = 200)
    void aPartIsThatOfTheContinuedImage(
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll @IntRange(min = 0, max = 20) int x,
            @ForAll @IntRange(min = 0, max = 20) int y) {
        FloatImage image = FloatImage.zeros(width, height, 2);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = i;
        }
        float[] whole = Mirror.read(image, Roi.whole(32, 32));
        float[] part = Mirror.read(image, new Roi(x, y, x + 5, y + 7));
        for (int i = 0; i < part.length; i++) {
            int c = i / 35;
            assertThat(part[i])
                    .isEqualTo(whole[(c * 32 + y + i % 35 / 5) * 32 + x + i % 5])
                    .isEqualTo(
                            image.at(
                                    Mirror.index(x + i % 5, width),
                                    Mirror.index(y + i % 35 / 5, height),
                                    c));
        }
    }
}
