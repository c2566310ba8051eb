package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.VolumeShape;
import org.junit.jupiter.api.Test;

class SliceRangeTest {

    @Test
    void bothEndsAreIncluded() {
        assertThat(new SliceRange(2, 5, 1).of(9)).containsExactly(2, 3, 4, 5);
        assertThat(new SliceRange(2, 8, 3).of(9)).containsExactly(2, 5, 8);
        assertThat(new SliceRange(8, 8, 1).of(9)).containsExactly(8);
    }

    @Test
    void aStackEndsTheRange() {
        assertThat(SliceRange.ALL.of(3)).containsExactly(0, 1, 2);
        assertThat(new SliceRange(1, 100, 4).of(7)).containsExactly(1, 5);
        assertThat(new SliceRange(0, Integer.MAX_VALUE, Integer.MAX_VALUE).of(Integer.MAX_VALUE))
                .containsExactly(0);
    }

    @Test
    void senselessRangesAreRefused() {
        assertThatThrownBy(() -> new SliceRange(-1, 3, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SliceRange(4, 3, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SliceRange(0, 3, 0))
                .hasMessageContaining("range of slices: 0 to 3, step 0");
        assertThatThrownBy(() -> new SliceRange(9, 12, 1).of(9))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("first slice: 9, must be below the number of slices, 9");
    }

    @Test
    void everyTimePointHasTheSameSlices() {
        VolumeShape shape = new VolumeShape(2, 2, 15, 1, 3);
        assertThat(new SliceRange(1, 3, 2).of(shape)).containsExactly(1, 3, 6, 8, 11, 13);
        assertThat(SliceRange.ALL.of(shape)).hasSize(15);
        assertThatThrownBy(() -> new SliceRange(5, 9, 1).of(shape))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("below the number of slices, 5");
    }
}
