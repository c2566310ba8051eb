package org.dlpixel.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class SliceContextTest {

    @Test
    void neighboursAreFurtherChannelsInOrder() {
        Numbered stack = new Numbered(5, 2);
        float[] slice = read(new SliceContext(1).of(stack), 2);
        assertThat(slice).containsExactly(1, 1.5f, 2, 2.5f, 3, 3.5f);
    }

    @Test
    void theStackIsMirroredAtItsEnds() {
        SliceSource seen = new SliceContext(2).of(new Numbered(4, 1));
        assertThat(read(seen, 0)).containsExactly(2, 1, 0, 1, 2);
        assertThat(read(seen, 3)).containsExactly(1, 2, 3, 2, 1);
    }

    @Test
    void aSingleSliceIsItsOwnNeighbour() {
        assertThat(read(new SliceContext(3).of(new Numbered(1, 1)), 0)).containsOnly(0).hasSize(7);
    }

    @Test
    void readingInOrderReadsEverySliceOnce() {
        Numbered stack = new Numbered(6, 1);
        SliceSource seen = new SliceContext(2).of(stack);
        for (int z = 0; z < 6; z++) {
            read(seen, z);
        }
        assertThat(stack.reads).isEqualTo(6);
    }

    @Test
    void neighboursMayLieFartherApart() {
        Numbered stack = new Numbered(7, 1);
        stack.distance = 2;
        SliceSource seen = new SliceContext(1).of(stack);
        assertThat(read(seen, 3)).containsExactly(1, 3, 5);
        assertThat(read(seen, 0)).containsExactly(2, 0, 2);
        assertThat(read(seen, 6)).containsExactly(4, 6, 4);
    }

    @Test
    void readingInOrderReadsEverySliceOnceHoweverFarApartNeighboursAre() {
        for (int distance = 1; distance < 7; distance++) {
            Numbered stack = new Numbered(20, 1);
            stack.distance = distance;
            SliceSource seen = new SliceContext(2).of(stack);
            for (int z = 0; z < 20; z++) {
                read(seen, z);
            }
            assertThat(stack.reads).isEqualTo(20);
        }
    }

    @Test
    void noSliceOfAnotherTimePointIsANeighbour() {
        for (int depth = 1; depth < 6; depth++) {
            for (int distance = 1; distance < 3; distance++) {
                Numbered film = new Numbered(new VolumeShape(1, 1, 4 * depth, 1, 4));
                Numbered one = new Numbered(depth, 1);
                film.distance = distance;
                one.distance = distance;
                SliceSource seen = new SliceContext(2).of(film);
                SliceSource alone = new SliceContext(2).of(one);
                for (int s = 0; s < 4 * depth; s++) {
                    float[] expected = read(alone, s % depth);
                    for (int i = 0; i < expected.length; i++) {
                        expected[i] += s / depth * depth;
                    }
                    assertThat(read(seen, s)).containsExactly(expected);
                }
                assertThat(film.reads).isLessThanOrEqualTo(2 * 4 * depth);
            }
        }
    }

    @Test
    void withoutNeighboursTheStackIsTheSame() {
        Numbered stack = new Numbered(2, 1);
        assertThat(SliceContext.NONE.of(stack)).isSameAs(stack);
    }

    @Test
    void anIllegalNumberIsNamed() {
        assertThatThrownBy(() -> new SliceContext(9))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of neighbouring slices: 9");
    }

    private static float[] read(SliceSource source, int slice) {
        return source.slice(slice).pixels();
    }

    /** One pixel per slice: its index, plus .5 in the second channel. */
    private static final class Numbered implements SliceSource {

        private final VolumeShape shape;
        private int reads;
        private int distance = 1;

        Numbered(int slices, int channels) {
            this(new VolumeShape(1, 1, slices, channels));
        }

        Numbered(VolumeShape shape) {
            this.shape = shape;
        }

        @Override
        public void read(int slice, float[] target) {
            reads++;
            for (int i = 0; i < target.length; i++) {
                target[i] = slice + i / 2f;
            }
        }

        @Override
        public int neighbourDistance() {
            return distance;
        }

        @Override
        public VolumeShape shape() {
            return shape;
        }

        @Override
        public PixelType pixelType() {
            return PixelType.FLOAT32;
        }

        @Override
        public VoxelSize voxelSize() {
            return VoxelSize.UNKNOWN;
        }

        @Override
        public String name() {
            return "numbers";
        }
    }
}
