package org.dlpixel.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class FlickerTest {

    private static Flicker of(byte[]... slices) {
        Flicker flicker = new Flicker();
        for (int z = 0; z < slices.length; z++) {
            flicker.add(z, slices[z]);
        }
        return flicker;
    }

    @Test
    void aVoxelThatChangesAndChangesBackFlickers() {
        Flicker flicker =
                of(new byte[] {0, 0, 1, 2}, new byte[] {1, 0, 0, 1}, new byte[] {0, 0, 0, 0});
        assertThat(flicker.voxels()).isEqualTo(1);
        assertThat(flicker.share()).isEqualTo(0.25);
    }

    @Test
    void everySliceWithBothNeighboursCounts() {
        Flicker flicker =
                of(new byte[] {0}, new byte[] {1}, new byte[] {0}, new byte[] {1}, new byte[] {1});
        assertThat(flicker.voxels()).isEqualTo(2);
        assertThat(flicker.share()).isEqualTo(2 / 3.0);
    }

    @Test
    void fewerThanThreeSlicesTellNothing() {
        assertThat(of().share()).isNaN();
        assertThat(of(new byte[] {0}, new byte[] {1}).share()).isNaN();
    }

    @Test
    void nothingIsComparedAcrossAGap() {
        Flicker flicker = new Flicker();
        byte[][] slices = {{0}, {1}, {0}, {0}, {1}, {0}};
        int[] numbers = {0, 1, 5, 6, 7, 8};
        for (int i = 0; i < slices.length; i++) {
            flicker.add(numbers[i], slices[i]);
        }
        assertThat(flicker.voxels()).isEqualTo(1);
        assertThat(flicker.share()).isEqualTo(0.5);
    }

    @Property(tries = 100)
    void stacksThatFollowEachOtherAreNotCompared(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int depth,
            @ForAll @IntRange(min = 1, max = 4) int stacks) {
        SplittableRandom random = new SplittableRandom(seed);
        Flicker together = new Flicker(depth);
        long expected = 0;
        for (int s = 0; s < stacks; s++) {
            Flicker alone = new Flicker();
            for (int z = 0; z < depth; z++) {
                byte[] slice = new byte[9];
                for (int i = 0; i < slice.length; i++) {
                    slice[i] = (byte) random.nextInt(2);
                }
                alone.add(z, slice);
                together.add(s * depth + z, slice);
            }
            expected += alone.voxels();
        }
        assertThat(together.voxels()).isEqualTo(expected);
    }

    @Property(tries = 100)
    void itIsWhatComparingAllSlicesGives(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 9) int slices,
            @ForAll @IntRange(min = 1, max = 30) int pixels) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] stack = new byte[slices][pixels];
        byte[] reused = new byte[pixels];
        Flicker flicker = new Flicker();
        for (int z = 0; z < slices; z++) {
            for (int i = 0; i < pixels; i++) {
                stack[z][i] = (byte) random.nextInt(3);
            }
            System.arraycopy(stack[z], 0, reused, 0, pixels);
            flicker.add(z, reused);
        }
        long expected = 0;
        for (int z = 1; z < slices - 1; z++) {
            for (int i = 0; i < pixels; i++) {
                boolean back = stack[z - 1][i] == stack[z + 1][i];
                expected += back && stack[z][i] != stack[z + 1][i] ? 1 : 0;
            }
        }
        assertThat(flicker.voxels()).isEqualTo(expected);
        assertThat(flicker.share()).isEqualTo((double) expected / ((slices - 2) * pixels));
    }

    @Test
    void slicesComeInOrderAndInOneSize() {
        Flicker flicker = of(new byte[2]);
        assertThatThrownBy(() -> flicker.add(0, new byte[2])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> flicker.add(1, new byte[3])).isInstanceOf(InvalidInput.class);
    }
}
