package org.dlpixel.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class ImageAndMaskTest {

    private static final FloatImage IMAGE = image(4, 3, 2);

    @Test
    void aCropKeepsPixelsAndChannels() {
        FloatImage crop = IMAGE.crop(new Roi(1, 1, 3, 3));
        assertThat(crop.pixels()).containsExactly(5, 6, 9, 10, 17, 18, 21, 22);
        assertThat(crop.at(1, 0, 1)).isEqualTo(IMAGE.at(2, 1, 1));
    }

    @Test
    void aCropOfAMaskKeepsItsClasses() {
        LabelMask mask = new LabelMask(3, 2, new byte[] {0, 1, 2, -1, 4, 5});
        LabelMask crop = mask.crop(new Roi(1, 0, 3, 2));
        assertThat(crop.classes()).containsExactly(1, 2, 4, 5);
        assertThat(crop.at(0, 1)).isEqualTo((byte) 4);
    }

    @Test
    void cropsOutsideAreRefused() {
        assertThatThrownBy(() -> IMAGE.crop(new Roi(0, 0, 5, 1)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("4 x 3");
    }

    @Test
    void unlabelledPixelsAreNotCounted() {
        LabelMask mask = new LabelMask(2, 2, new byte[] {-1, 0, 2, 2});
        assertThat(mask.labelled()).isEqualTo(3);
        assertThat(mask.histogram(3)).containsExactly(1, 0, 2);
        assertThatThrownBy(() -> mask.histogram(2)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void sparseLabelsAreAllCounted() {
        for (int length = 1; length < 40; length++) {
            for (int at = 0; at < length; at++) {
                byte[] classes = new byte[length];
                Arrays.fill(classes, LabelMask.IGNORE);
                classes[at] = 1;
                classes[length - 1] = 1;
                long expected = at == length - 1 ? 1 : 2;
                assertThat(new LabelMask(length, 1, classes).histogram(2))
                        .containsExactly(0, expected);
            }
        }
    }

    @Test
    void sizesMustFitTheArrays() {
        assertThatThrownBy(() -> new FloatImage(2, 2, 1, new float[3]))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of pixels: 3");
        assertThatThrownBy(() -> new LabelMask(2, 2, new byte[3])).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aRegionNeedsLabelsOfItsSizeAndFinitePixels() {
        LabelMask mask = new LabelMask(1, 1, new byte[1]);
        assertThatThrownBy(() -> region(IMAGE, mask))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1 x 1")
                .hasMessageContaining("4 x 3");
        FloatImage nan = new FloatImage(1, 1, 1, new float[] {Float.NaN});
        assertThatThrownBy(() -> region(nan, mask))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("stack, slice 7")
                .hasMessageContaining("NaN");
    }

    private static LabelledRegion region(FloatImage image, LabelMask mask) {
        Roi roi = Roi.whole(image.width(), image.height());
        return new LabelledRegion("stack", 7, roi, Split.TRAIN, image, mask, IntensityRange.UNIT);
    }

    private static FloatImage image(int width, int height, int channels) {
        FloatImage image = FloatImage.zeros(width, height, channels);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = i;
        }
        return image;
    }
}
