package org.dlpixel.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SlicingAxisTest {

    private static final VoxelSize SIZE = new VoxelSize(1, 2, 5, "um");

    @Property(tries = 300)
    void everyVoxelIsFoundAcrossEveryAxis(
            @ForAll @IntRange(min = 1, max = 7) int width,
            @ForAll @IntRange(min = 1, max = 7) int height,
            @ForAll @IntRange(min = 1, max = 7) int slices,
            @ForAll @IntRange(min = 1, max = 3) int channels,
            @ForAll PixelType type,
            @ForAll @IntRange(min = 1, max = 2000) int maxBytes) {
        Counted stack = new Counted(new VolumeShape(width, height, slices, channels), type);
        for (SlicingAxis axis : SlicingAxis.values()) {
            SliceSource seen = axis.of(stack, maxBytes, Progress.none());
            assertThat(seen.shape()).isEqualTo(axis.shape(stack.shape()));
            for (int s = 0; s < seen.shape().slices(); s++) {
                requireRight(axis, s, seen.slice(s), stack);
            }
        }
    }

    private static void requireRight(SlicingAxis axis, int s, FloatImage slice, Counted stack) {
        for (int c = 0; c < slice.channels(); c++) {
            for (int row = 0; row < slice.height(); row++) {
                for (int column = 0; column < slice.width(); column++) {
                    float expected =
                            switch (axis) {
                                case Z -> stack.value(column, row, s, c);
                                case Y -> stack.value(column, s, row, c);
                                case X -> stack.value(s, column, row, c);
                            };
                    assertThat(slice.at(column, row, c)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void theStackIsReadOncePerSlab() {
        Counted stack = new Counted(new VolumeShape(6, 10, 4, 1), PixelType.UINT16);
        int sliceBytes = 6 * 4 * 2;
        SliceSource seen = SlicingAxis.Y.of(stack, 4 * sliceBytes + 1, Progress.none());
        for (int y = 0; y < 10; y++) {
            seen.slice(y);
        }
        assertThat(stack.reads).isEqualTo(3 * 4);
    }

    @Test
    void slicesAreFoundInAnyOrder() {
        Counted stack = new Counted(new VolumeShape(6, 10, 4, 1), PixelType.FLOAT32);
        SliceSource seen = SlicingAxis.X.of(stack, 200, Progress.none());
        for (int x : new int[] {5, 0, 3, 3, 1, 4, 2}) {
            requireRight(SlicingAxis.X, x, seen.slice(x), stack);
        }
    }

    @Test
    @Tag("slow")
    void volumesOfMoreThanTwoBillionVoxelsAreCut() {
        VolumeShape shape = new VolumeShape(4096, 4096, 129, 1);
        assertThat(shape.voxels()).isGreaterThan(1L << 31);
        SliceSource stack = new Rows(shape);
        SliceSource acrossY = SlicingAxis.Y.of(stack, 1 << 22, Progress.none());
        SliceSource acrossX = SlicingAxis.X.of(stack, 1 << 22, Progress.none());
        FloatImage y = acrossY.slice(4095);
        FloatImage x = acrossX.slice(4095);
        for (int z = 0; z < 129; z++) {
            assertThat(y.at(77, z, 0)).isEqualTo(Rows.value(4095, z));
            assertThat(x.at(77, z, 0)).isEqualTo(Rows.value(77, z));
        }
    }

    /** Each row has one value. */
    private record Rows(VolumeShape shape) implements SliceSource {

        static float value(int y, int z) {
            return 129 * y + z;
        }

        @Override
        public void read(int z, float[] target) {
            for (int y = 0; y < shape.height(); y++) {
                int from = y * shape.width();
                Arrays.fill(target, from, from + shape.width(), value(y, z));
            }
        }

        @Override
        public PixelType pixelType() {
            return PixelType.FLOAT32;
        }

        @Override
        public VoxelSize voxelSize() {
            return SIZE;
        }

        @Override
        public String name() {
            return "rows";
        }
    }

    @Test
    void voxelSizesAreTurnedToo() {
        assertThat(SlicingAxis.Z.voxelSize(SIZE)).isEqualTo(SIZE);
        assertThat(SlicingAxis.Y.voxelSize(SIZE)).isEqualTo(new VoxelSize(1, 5, 2, "um"));
        assertThat(SlicingAxis.X.voxelSize(SIZE)).isEqualTo(new VoxelSize(2, 5, 1, "um"));
    }

    @Test
    void gatheringCanBeCancelled() {
        Counted stack = new Counted(new VolumeShape(3, 3, 50, 1), PixelType.UINT8);
        Progress progress =
                new Progress() {
                    @Override
                    public void report(double fraction, String message) {}

                    @Override
                    public void checkCancelled() {
                        if (stack.reads > 4) {
                            throw new Cancelled();
                        }
                    }
                };
        SliceSource seen = SlicingAxis.Y.of(stack, 1000, progress);
        assertThatThrownBy(() -> seen.slice(0)).isInstanceOf(Cancelled.class);
        assertThat(stack.reads).isEqualTo(5);
    }

    /** Every voxel has another value, negative ones and fractions if the type allows it. */
    private static final class Counted implements SliceSource {

        private final VolumeShape shape;
        private final PixelType type;
        private int reads;

        Counted(VolumeShape shape, PixelType type) {
            this.shape = shape;
            this.type = type;
        }

        float value(int x, int y, int z, int c) {
            int index = ((c * 7 + z) * 7 + y) * 7 + x;
            int small = type.bytes() == 1 ? index % 256 : index * 31 % 65536;
            float shifted = (float) (small + (type.min() < 0 && type.bytes() < 4 ? type.min() : 0));
            return type.isFloat() ? shifted / 8 : shifted;
        }

        @Override
        public void read(int z, float[] target) {
            reads++;
            int i = 0;
            for (int c = 0; c < shape.channels(); c++) {
                for (int y = 0; y < shape.height(); y++) {
                    for (int x = 0; x < shape.width(); x++) {
                        target[i++] = value(x, y, z, c);
                    }
                }
            }
        }

        @Override
        public VolumeShape shape() {
            return shape;
        }

        @Override
        public PixelType pixelType() {
            return type;
        }

        @Override
        public VoxelSize voxelSize() {
            return SIZE;
        }

        @Override
        public String name() {
            return "counted";
        }
    }
}
