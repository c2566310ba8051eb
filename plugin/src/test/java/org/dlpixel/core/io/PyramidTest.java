package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.VolumeShape;
import org.junit.jupiter.api.Test;

class PyramidTest {

    @Property(tries = 50, seed = "9")
    void constantsStayAndSizesAreHalved(
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll byte value) {
        VolumeShape shape = new VolumeShape(width, height, 1, 2);
        byte[] in = new byte[shape.plane() * 2];
        Arrays.fill(in, value);
        int smaller = (width + 1) / 2 * ((height + 1) / 2) * 2;
        assertThat(Pyramid.majority(in, shape)).hasSize(smaller).containsOnly(value);
        assertThat(Pyramid.mean(in, shape)).hasSize(smaller).containsOnly(value);
    }

    @Test
    void theMostFrequentLabelWins() {
        VolumeShape quad = new VolumeShape(2, 2, 1, 1);
        assertThat(Pyramid.majority(new byte[] {1, 2, 2, 3}, quad)).containsExactly(2);
        assertThat(Pyramid.majority(new byte[] {1, 2, 3, 3}, quad)).containsExactly(3);
        assertThat(Pyramid.majority(new byte[] {1, 1, 2, 2}, quad)).containsExactly(1);
        assertThat(Pyramid.majority(new byte[] {2, 1, 1, 2}, quad)).containsExactly(2);
        assertThat(Pyramid.majority(new byte[] {4, 1, 2, 3}, quad)).containsExactly(4);
    }

    @Test
    void meansOfBytesAreRoundedAndUnsigned() {
        VolumeShape odd = new VolumeShape(3, 1, 1, 1);
        assertThat(Pyramid.mean(new byte[] {(byte) 255, (byte) 254, 7}, odd))
                .containsExactly(255, 7);
        assertThat(Pyramid.mean(new float[] {1, 2, 7}, odd)).containsExactly(1.5f, 7);
    }

    @Test
    void levelsEndWhereASliceIsSmall() {
        assertThat(Pyramid.levels(new VolumeShape(512, 3, 9, 1))).hasSize(1);
        assertThat(Pyramid.levels(new VolumeShape(3080, 2868, 9, 1)))
                .hasSize(4)
                .endsWith(new VolumeShape(385, 359, 9, 1));
    }
}
