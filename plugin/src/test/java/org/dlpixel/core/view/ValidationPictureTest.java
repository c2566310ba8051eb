package org.dlpixel.core.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class ValidationPictureTest {

    private static final ClassList CLASSES = ClassList.numbered(3);
    private static final int SIZE = 300;
    private static final int GAP = 10;

    /** Rows above the pictures of a figure without title. */
    private static final int HEAD = 38;

    @Test
    void imageLabelsPredictionAndErrorsStandSideBySide() {
        byte[] labels = new byte[SIZE * SIZE];
        byte[] predicted = new byte[SIZE * SIZE];
        Arrays.fill(labels, LabelMask.IGNORE);
        labels[0] = 0;
        labels[1] = 1;
        labels[2] = 2;
        predicted[1] = 1;
        predicted[2] = 1;
        predicted[SIZE] = 1;
        RgbImage figure =
                ValidationPicture.render(
                        FloatImage.zeros(SIZE, SIZE, 1),
                        new LabelMask(SIZE, SIZE, labels),
                        predicted,
                        CLASSES);
        assertThat(figure.width()).isEqualTo(4 * SIZE + 5 * GAP);
        int[] left = {GAP, SIZE + 2 * GAP, 2 * SIZE + 3 * GAP, 3 * SIZE + 4 * GAP};
        assertThat(row(figure, left[0])).containsExactly(0, 0, 0, 0);
        assertThat(row(figure, left[1]))
                .containsExactly(
                        Palette.mix(0, Palette.of(0), 0.85),
                        Palette.mix(0, Palette.of(1), 0.85),
                        Palette.mix(0, Palette.of(2), 0.85),
                        0);
        assertThat(row(figure, left[2])).containsExactly(0, Palette.of(1), Palette.of(1), 0);
        assertThat(row(figure, left[3]))
                .containsExactly(
                        0,
                        Palette.mix(0, Palette.TRUE_POSITIVE, 0.6),
                        Palette.mix(0, Palette.WRONG_CLASS, 0.6),
                        0);
        assertThat(figure.at(left[2], HEAD + 1)).isEqualTo(Palette.of(1));
        assertThat(figure.at(left[3], HEAD + 1)).as("unlabelled pixels are no errors").isZero();
    }

    @Test
    void aTitleNeedsRoomAndSmallRegionsAreEnlarged() {
        FloatImage small = FloatImage.zeros(40, 20, 1);
        LabelMask labels = new LabelMask(40, 20, new byte[800]);
        RgbImage plain = ValidationPicture.render(small, labels, new byte[800], CLASSES);
        RgbImage titled = new ValidationPicture("row 1", CLASSES, small, labels, labels).render();
        assertThat(plain.width()).isEqualTo(4 * 8 * 40 + 5 * GAP);
        assertThat(titled.height()).isGreaterThan(plain.height());
        assertThat(titled.png()).startsWith((byte) 0x89, 'P', 'N', 'G');
    }

    @Test
    void masksOfAnotherSizeAreRefused() {
        FloatImage image = FloatImage.zeros(4, 3, 1);
        LabelMask other = new LabelMask(3, 4, new byte[12]);
        assertThatThrownBy(() -> ValidationPicture.render(image, other, new byte[12], CLASSES))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(
                        "size of the labels: 3 x 4, must be that of the image, 4 x 3");
    }

    private static int[] row(RgbImage figure, int left) {
        int[] pixels = new int[4];
        for (int i = 0; i < 4; i++) {
            pixels[i] = figure.at(left + i, HEAD);
        }
        return pixels;
    }
}
