package org.dlpixel.core.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class PatchGridTest {

    private static final ClassList CLASSES = ClassList.numbered(2);
    private static final int SIDE = 160;
    private static final int WHITE = 0xffffff;

    /** Where a figure without title shows its first picture. */
    private static final int LEFT = 10;

    private static final int TOP = 38;
    private static final int STEP = SIDE + 8;

    private static LabelMask labels(int foreground) {
        byte[] classes = new byte[SIDE * SIDE];
        Arrays.fill(classes, LabelMask.IGNORE);
        Arrays.fill(classes, 0, foreground, (byte) 1);
        return new LabelMask(SIDE, SIDE, classes);
    }

    private static PatchGrid grid(int patches, String caption) {
        PatchGrid grid = new PatchGrid("", CLASSES);
        for (int i = 0; i < patches; i++) {
            grid.add(FloatImage.zeros(SIDE, SIDE, 1), labels(3 * SIDE), caption);
        }
        return grid;
    }

    @Test
    void patchesStandInRowsAndColumnsOnWhitePaper() {
        RgbImage picture = grid(3, "").render();
        assertThat(picture.width()).isEqualTo(2 * LEFT + STEP + SIDE);
        assertThat(picture.at(LEFT, TOP + SIDE / 2)).isZero();
        assertThat(picture.at(LEFT + STEP, TOP + SIDE / 2)).isZero();
        assertThat(picture.at(LEFT, TOP + STEP + SIDE / 2)).isZero();
        assertThat(picture.at(LEFT + STEP, TOP + STEP + SIDE / 2)).as("no fourth").isEqualTo(WHITE);
        assertThat(picture.at(LEFT + SIDE + 4, TOP + SIDE / 2)).as("gap").isEqualTo(WHITE);
    }

    @Test
    void labelsAreHalfTransparentWithContoursAndTheRestIsLeft() {
        RgbImage picture = grid(1, "").render();
        int colour = Palette.of(1);
        assertThat(picture.at(LEFT + 5, TOP + 1)).isEqualTo(Palette.mix(0, colour, 0.35));
        assertThat(picture.at(LEFT + 5, TOP + 2)).as("contour").isEqualTo(colour);
        assertThat(picture.at(LEFT + 5, TOP + 3)).as("unlabelled").isZero();
    }

    @Test
    void captionsAreBrokenIntoLines() {
        RgbImage without = grid(1, "").render();
        RgbImage one = grid(1, "flip").render();
        RgbImage several =
                grid(1, "rotate 31.2° brightness 0.12 contrast 0.98 gamma 0.87").render();
        assertThat(one.height()).isEqualTo(without.height() + 14);
        assertThat(several.height()).isGreaterThan(one.height());
        assertThat(several.width()).isEqualTo(without.width());
    }

    @Test
    void largePatchesAreShrunkAndSmallOnesEnlarged() {
        PatchGrid large = new PatchGrid("", CLASSES);
        byte[] none = new byte[1000 * 1000];
        Arrays.fill(none, LabelMask.IGNORE);
        large.add(FloatImage.zeros(1000, 1000, 3), new LabelMask(1000, 1000, none), "");
        assertThat(large.render().width()).isEqualTo(250 + 2 * LEFT);
        PatchGrid small = new PatchGrid("", CLASSES);
        small.add(FloatImage.zeros(16, 16, 1), new LabelMask(16, 16, new byte[256]), "");
        assertThat(small.render().width()).isEqualTo(144 + 2 * LEFT);
    }

    @Test
    void sizesMustFitAndThereMustBeAPatch() {
        PatchGrid grid = grid(1, "");
        assertThat(grid.size()).isEqualTo(1);
        assertThatThrownBy(() -> grid.add(FloatImage.zeros(SIDE, SIDE + 1, 1), labels(1), ""))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("labels");
        assertThatThrownBy(
                        () ->
                                grid.add(
                                        FloatImage.zeros(16, 16, 1),
                                        new LabelMask(16, 16, new byte[256]),
                                        ""))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("patch size");
        assertThatThrownBy(() -> new PatchGrid("", CLASSES).render())
                .isInstanceOf(InvalidInput.class);
    }
}
