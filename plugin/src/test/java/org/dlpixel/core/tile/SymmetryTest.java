package org.dlpixel.core.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SymmetryTest {

    /** 3 columns, 2 rows. */
    private static final float[] IMAGE = {1, 2, 3, 4, 5, 6};

    private static float[] laid(Symmetry symmetry) {
        return symmetry.apply(IMAGE, 1, 2, 3);
    }

    @Example
    void flipsReverseAnAxis() {
        assertThat(laid(Symmetry.IDENTITY)).containsExactly(IMAGE);
        assertThat(laid(new Symmetry(false, true, false))).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(laid(new Symmetry(false, false, true))).containsExactly(4, 5, 6, 1, 2, 3);
    }

    @Example
    void rotationsTurnByNinetyDegreesEach() {
        assertThat(laid(Symmetry.ROTATIONS.get(1))).containsExactly(4, 1, 5, 2, 6, 3);
        assertThat(laid(Symmetry.ROTATIONS.get(2))).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(laid(Symmetry.ROTATIONS.get(3))).containsExactly(3, 6, 2, 5, 1, 4);
    }

    @Example
    void allEightDiffer() {
        assertThat(Symmetry.ALL.stream().map(s -> s.transpose() + Arrays.toString(laid(s))))
                .doesNotHaveDuplicates()
                .hasSize(8);
        assertThat(Symmetry.ALL).containsAll(Symmetry.FLIPS).containsAll(Symmetry.ROTATIONS);
    }

    @Property(tries = 100)
    void layingBackUndoesLaying(
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll @IntRange(min = 1, max = 3) int channels,
            @ForAll @IntRange(min = 0, max = 7) int index) {
        Symmetry symmetry = Symmetry.ALL.get(index);
        float[] image = new float[width * height * channels];
        for (int i = 0; i < image.length; i++) {
            image[i] = i;
        }
        float[] back = new float[image.length];
        symmetry.addBack(
                symmetry.apply(image, channels, height, width), back, channels, height, width);
        assertThat(back).containsExactly(image);
    }
}
