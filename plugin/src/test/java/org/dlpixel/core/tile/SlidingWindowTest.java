package org.dlpixel.core.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.dlpixel.core.golden.Npz;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlidingWindowTest {

    private static final Npz GOLDEN = Npz.load("/golden/sliding_window.npz");
    private static final Offset<Float> CLOSE = Offset.offset(1e-5f);

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

    @ParameterizedTest
    @CsvSource({
        "constant_0.25, CONSTANT, 16, 16, 0.25",
        "constant_0.125, CONSTANT, 16, 16, 0.125",
        "gaussian_0.25, GAUSSIAN, 16, 16, 0.25",
        "gaussian_0.125, GAUSSIAN, 16, 16, 0.125",
        "gaussian_pad64, GAUSSIAN, 64, 64, 0.25",
        "gaussian_64x16, GAUSSIAN, 16, 64, 0.25"
    })
    void blendedWindowsEqualTheOriginal(
            String key, Importance importance, int width, int height, double overlap) {
        FloatImage out = slide(importance, width, height, overlap);
        assertThat(out.pixels()).containsExactly(GOLDEN.get(key), CLOSE);
    }

    /** Input 37 x 50; the predictor sees window-local coordinates: p + row/h, p^2 - column/w. */
    private static FloatImage slide(Importance importance, int width, int height, double overlap) {
        FloatImage image = new FloatImage(37, 50, 1, GOLDEN.get("x"));
        SlidingWindow sliding = new SlidingWindow(37, 50, width, height, overlap);
        WindowBlend blend = new WindowBlend(sliding.paddedWidth(), sliding.paddedHeight(), 2);
        float[] map = importance.map(width, height);
        Roi slice = sliding.slice();
        for (Roi window : sliding.windows()) {
            float[] out = new float[2 * width * height];
            for (int i = 0; i < width * height; i++) {
                int row = i / width;
                int column = i % width;
                int x = window.xStart() + column - slice.xStart();
                int y = window.yStart() + row - slice.yStart();
                boolean inside = x >= 0 && y >= 0 && x < 37 && y < 50;
                float p = inside ? image.at(x, y, 0) : 0;
                out[i] = p + row / (float) height;
                out[width * height + i] = p * p - column / (float) width;
            }
            blend.add(window, out, map);
        }
        return blend.result(slice);
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
