package org.dlpixel.core.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

    @Test
    void windowsStartWhereTheOriginalStartsThem() {
        assertThat(SlidingWindow.starts(2868, 1024, .125)).containsExactly(0, 896, 1792, 1844);
        assertThat(SlidingWindow.starts(3080, 1024, .125)).containsExactly(0, 896, 1792, 2056);
        assertThat(SlidingWindow.starts(2868, 1024, .25)).containsExactly(0, 768, 1536, 1844);
        assertThat(SlidingWindow.starts(3080, 1024, .25)).containsExactly(0, 768, 1536, 2056);
        assertThat(SlidingWindow.starts(33, 32, .5)).containsExactly(0, 1);
        assertThat(new SlidingWindow(3080, 2868, 1024, 1024, .125).windows()).hasSize(16);
    }

    @Test
    void windowsAreListedRowByRow() {
        assertThat(new SlidingWindow(6, 4, 4, 2, 0).windows())
                .extracting(Roi::toString)
                .containsExactly("0,0,4,2", "2,0,6,2", "0,2,4,4", "2,2,6,4");
    }

    @Test
    void gaussianImportanceHasTheKnownValues() {
        float[] map = Importance.GAUSSIAN.map(8, 8);
        assertThat(row(map, 8, 0))
                .containsExactly(
                        new float[] {
                            .001f, .001f, .001f, .00193045f, .00193045f, .001f, .001f, .001f
                        },
                        Offset.offset(1e-8f));
        assertThat(row(map, 8, 3))
                .containsExactly(
                        new float[] {
                            .00193045f, .03877421f, .2865048f, .7788008f,
                            .7788008f, .2865048f, .03877421f, .00193045f
                        },
                        Offset.offset(1e-7f));
        double sum = 0;
        float max = 0;
        for (float v : Importance.GAUSSIAN.map(256, 256)) {
            sum += v;
            max = Math.max(max, v);
        }
        assertThat(sum).isCloseTo(6448.6394, within(1e-3));
        assertThat(max).isCloseTo(.99975586f, within(1e-7f));
    }

    @Property(tries = 100)
    void windowsCoverEveryPixelAndLieInside(
            @ForAll @IntRange(min = 1, max = 90) int width,
            @ForAll @IntRange(min = 1, max = 90) int height,
            @ForAll @IntRange(min = 1, max = 40) int side,
            @ForAll @DoubleRange(min = 0, max = .95) double overlap) {
        SlidingWindow sliding = new SlidingWindow(width, height, side, side, overlap);
        boolean[] seen = new boolean[sliding.paddedWidth() * sliding.paddedHeight()];
        for (Roi window : sliding.windows()) {
            window.requireInside(sliding.paddedWidth(), sliding.paddedHeight());
            for (int y = window.yStart(); y < window.yEnd(); y++) {
                for (int x = window.xStart(); x < window.xEnd(); x++) {
                    seen[y * sliding.paddedWidth() + x] = true;
                }
            }
        }
        assertThat(seen).doesNotContain(false);
    }

    @Test
    void anOverlapOfOneIsRefused() {
        assertThatThrownBy(() -> new SlidingWindow(9, 9, 4, 4, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("overlap: 1.0");
    }

    private static float[] row(float[] map, int width, int row) {
        float[] out = new float[width];
        System.arraycopy(map, row * width, out, 0, width);
        return out;
    }
}
