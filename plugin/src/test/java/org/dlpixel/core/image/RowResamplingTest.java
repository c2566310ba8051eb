package org.dlpixel.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class RowResamplingTest {

    @Property(tries = 300)
    void theSameNumberOfRowsChangesNothing(
            @ForAll @Size(min = 12, max = 12) float[] values,
            @ForAll @IntRange(min = 1, max = 3) int width) {
        float[] target = new float[12];
        new RowResampling(12 / width, 12 / width).apply(values, target, width);
        assertThat(target).isEqualTo(values);
    }

    @Property(tries = 300)
    void resultsAreMeansOfWhatIsThere(
            @ForAll @IntRange(min = 1, max = 40) int from,
            @ForAll @IntRange(min = 1, max = 40) int to) {
        float[] ramp = new float[from];
        for (int i = 0; i < from; i++) {
            ramp[i] = (i + 0.5f) / from;
        }
        float[] target = new float[to];
        new RowResampling(from, to).apply(ramp, target, 1);
        double edge = 1.0 / Math.min(from, to);
        for (int i = 0; i < to; i++) {
            double position = (i + 0.5) / to;
            assertThat(target[i]).isBetween(ramp[0] - 1e-6f, ramp[from - 1] + 1e-6f);
            if (position > edge && position < 1 - edge) {
                assertThat((double) target[i]).isCloseTo(position, within(0.5 / from));
            }
        }
    }

    @Test
    void betweenRowsIsInterpolated() {
        float[] target = new float[4];
        new RowResampling(2, 4).apply(new float[] {0, 4}, target, 1);
        assertThat(target).containsExactly(new float[] {0, 1, 3, 4}, Offset.offset(1e-6f));
    }

    @Test
    void rowsThatBecomeFewerAreAveraged() {
        float[] target = new float[2];
        new RowResampling(4, 2).apply(new float[] {0, 0, 8, 8}, target, 1);
        assertThat(target).containsExactly(new float[] {1, 7}, Offset.offset(1e-6f));
    }

    @Test
    void columnsAndChannelsStayApart() {
        float[] image = {1, 10, 3, 30, 5, 50, 7, 70};
        float[] target = new float[4];
        new RowResampling(2, 1).apply(image, target, 2);
        assertThat(target).containsExactly(new float[] {2, 20, 6, 60}, Offset.offset(1e-6f));
    }

    @Test
    void noRowsAreRefused() {
        assertThatThrownBy(() -> new RowResampling(3, 0)).isInstanceOf(InvalidInput.class);
    }
}
