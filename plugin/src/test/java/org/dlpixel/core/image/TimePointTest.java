package org.dlpixel.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

class TimePointTest {

    /** One pixel per slice: its number. */
    private record Film(VolumeShape shape) implements SliceSource {

        @Override
        public void read(int slice, float[] target) {
            target[0] = slice;
        }

        @Override
        public PixelType pixelType() {
            return PixelType.UINT8;
        }

        @Override
        public VoxelSize voxelSize() {
            return new VoxelSize(1, 2, 3, "um");
        }

        @Override
        public String name() {
            return "film";
        }
    }

    @Property(tries = 100)
    void everySliceIsInOneTimePoint(
            @ForAll @IntRange(min = 1, max = 5) int times,
            @ForAll @IntRange(min = 1, max = 5) int depth) {
        Film film = new Film(new VolumeShape(1, 1, times * depth, 1, times));
        int slice = 0;
        for (int t = 0; t < times; t++) {
            TimePoint one = new TimePoint(film, t);
            assertThat(one.shape()).isEqualTo(new VolumeShape(1, 1, depth, 1));
            assertThat(one.voxelSize()).isEqualTo(film.voxelSize());
            for (int z = 0; z < depth; z++) {
                assertThat(one.slice(z).pixels()).containsExactly(slice);
                assertThat(one.first() + z).isEqualTo(slice);
                assertThat(film.shape().time(slice)).isEqualTo(t);
                assertThat(film.shape().z(slice)).isEqualTo(z);
                slice++;
            }
        }
        assertThatThrownBy(() -> new TimePoint(film, times))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("time point of film: " + times);
    }

    @Property(tries = 50)
    void slicesThatKnowNothingOfTimeFitIfTheyAreAsMany(
            @ForAll @IntRange(min = 1, max = 4) int times,
            @ForAll @IntRange(min = 1, max = 4) int others) {
        VolumeShape shape = new VolumeShape(3, 2, 12, 1, times);
        VolumeShape other = new VolumeShape(3, 2, 12, 1, others);
        boolean fits = times == others || times == 1 || others == 1;
        assertThat(shape.sameExtent(other)).isEqualTo(fits);
        assertThat(shape.sameExtent(new VolumeShape(3, 2, 24, 1, 2))).isFalse();
    }

    @Property(tries = 20)
    void timePointsHaveAsManySlices(@ForAll @IntRange(min = 5, max = 9) int times) {
        assertThatThrownBy(() -> new VolumeShape(3, 2, 4, 1, times))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of time points: " + times);
    }

    @Property(tries = 5)
    void noAxisButZMixesTimePoints(@ForAll @IntRange(min = 2, max = 4) int times) {
        Film film = new Film(new VolumeShape(1, 1, 12, 1, times));
        assertThat(SlicingAxis.Z.of(film, 1, Progress.none())).isSameAs(film);
        assertThatThrownBy(() -> SlicingAxis.Y.of(film, 1, Progress.none()))
                .isInstanceOf(InvalidInput.class);
    }
}
