package org.dlpixel.core.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;
import org.junit.jupiter.api.Test;

class OverlayTest {

    private static final ClassList CLASSES = ClassList.numbered(3);
    private static final int SIZE = 400;
    private static final int GAP = 10;

    /** Rows above the pictures of a figure without title. */
    private static final int HEAD = 38;

    @Test
    void panelsStandSideBySide() {
        Overlay image = Overlay.of("", CLASSES, FloatImage.zeros(SIZE, SIZE, 1));
        LabelMask labels = square(0, 1, SIZE);
        assertThat(image.render().width()).isEqualTo(SIZE + 2 * GAP);
        assertThat(image.withSegmentation(labels).render().width()).isEqualTo(2 * SIZE + 3 * GAP);
        RgbImage three = image.withSegmentation(labels).withTruth(labels).render();
        assertThat(three.width()).isEqualTo(3 * SIZE + 4 * GAP);
        assertThat(image.withTruth(labels).render().width()).isEqualTo(SIZE + 2 * GAP);
    }

    @Test
    void segmentedAreasHaveContoursOfOnePixel() {
        RgbImage figure =
                Overlay.of("", CLASSES, FloatImage.zeros(SIZE, SIZE, 1))
                        .withSegmentation(square(0, 2, SIZE))
                        .render();
        int left = SIZE + 2 * GAP;
        int inside = Palette.mix(0, Palette.of(2), 0.35);
        assertThat(figure.at(left + 99, HEAD + 150)).isZero();
        assertThat(figure.at(left + 100, HEAD + 150)).isEqualTo(Palette.of(2));
        assertThat(figure.at(left + 101, HEAD + 150)).isEqualTo(inside);
        assertThat(figure.at(left + 199, HEAD + 150)).isEqualTo(Palette.of(2));
        assertThat(figure.at(left + 200, HEAD + 150)).isZero();
    }

    @Test
    void errorsHaveTheirColours() {
        LabelMask truth = square(0, 1, SIZE);
        byte[] found = truth.classes().clone();
        found[0] = 1; // too much
        found[110 * SIZE + 110] = 0; // missed
        found[120 * SIZE + 120] = 2; // wrong class
        truth.classes()[SIZE + 1] = LabelMask.IGNORE;
        found[SIZE + 1] = 2;
        RgbImage figure =
                Overlay.of("", CLASSES, FloatImage.zeros(SIZE, SIZE, 1))
                        .withSegmentation(new LabelMask(SIZE, SIZE, found))
                        .withTruth(truth)
                        .render();
        int left = 2 * SIZE + 3 * GAP;
        assertThat(figure.at(left, HEAD)).isEqualTo(faded(Palette.FALSE_POSITIVE));
        assertThat(figure.at(left + 110, HEAD + 110)).isEqualTo(faded(Palette.FALSE_NEGATIVE));
        assertThat(figure.at(left + 120, HEAD + 120)).isEqualTo(faded(Palette.WRONG_CLASS));
        assertThat(figure.at(left + 130, HEAD + 130)).isEqualTo(faded(Palette.TRUE_POSITIVE));
        assertThat(figure.at(left + 1, HEAD + 1)).as("unknown").isZero();
        assertThat(figure.at(left + 300, HEAD + 300)).as("background").isZero();
    }

    @Test
    void smallSlicesAreEnlargedByWholePixels() {
        LabelMask stroke = square(-1, 1, 100);
        RgbImage figure =
                Overlay.of("", CLASSES, FloatImage.zeros(100, 50, 1))
                        .withAnnotations(stroke.crop(new Roi(0, 0, 100, 50)))
                        .render();
        assertThat(figure.width()).isEqualTo(400 + 2 * GAP);
        int colour = Palette.mix(0, Palette.of(1), 0.85);
        assertThat(figure.at(GAP + 4 * 25, HEAD + 4 * 30)).isEqualTo(colour);
        assertThat(figure.at(GAP + 4 * 25 - 1, HEAD + 4 * 30)).isZero();
    }

    @Property(tries = 100, seed = "42")
    void anySizeIsBroughtIntoTheLimits(
            @ForAll @IntRange(min = 1, max = 5000) int width,
            @ForAll @IntRange(min = 1, max = 5000) int height) {
        Scaling s = Scaling.fit(width, height, 384, 1536);
        int longer = Math.max(s.apply(width), s.apply(height));
        assertThat(longer).isBetween(384, 1536);
        assertThat(Math.min(s.up(), s.down())).isEqualTo(1);
    }

    @Test
    void thinStrokesSurviveShrinking() {
        byte[] labels = new byte[64];
        Arrays.fill(labels, LabelMask.IGNORE);
        labels[8 * 3 + 5] = 1;
        LabelMask shrunk = new Scaling(1, 4).labels(new LabelMask(8, 8, labels));
        assertThat(shrunk.classes()).containsExactly(-1, 1, -1, -1);
    }

    @Test
    void shrunkPixelsAreMeansAndColoursFollowTheChannels() {
        FloatImage two = new FloatImage(2, 1, 2, new float[] {0, 1, 0.2f, 0.2f});
        assertThat(new Scaling(1, 2).colours(two).at(0, 0)).isEqualTo(0x803380);
        FloatImage three = new FloatImage(1, 1, 3, new float[] {1, 0.2f, -3});
        assertThat(new Scaling(2, 1).colours(three).at(1, 1)).isEqualTo(0xff3300);
    }

    @Test
    void labelsOfAnotherSizeAreRefused() {
        Overlay image = Overlay.of("", CLASSES, FloatImage.zeros(SIZE, SIZE, 1));
        assertThatThrownBy(() -> image.withTruth(square(0, 1, 300)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("size of the truth: 300 x 300");
    }

    private static int faded(int colour) {
        return Palette.mix(0, colour, 0.6);
    }

    /** A quarter of the image, from (1/4, 1/4) to (1/2, 1/2). */
    private static LabelMask square(int around, int inside, int size) {
        byte[] out = new byte[size * size];
        Arrays.fill(out, (byte) around);
        for (int y = size / 4; y < size / 2; y++) {
            Arrays.fill(out, y * size + size / 4, y * size + size / 2, (byte) inside);
        }
        return new LabelMask(size, size, out);
    }
}
