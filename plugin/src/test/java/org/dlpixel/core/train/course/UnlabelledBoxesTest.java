package org.dlpixel.core.train.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.train.data.TrainingVolume;

class UnlabelledBoxesTest {

    @Property(tries = 60, seed = "42")
    void boxesLieInTheirVolumesAndStayWithinTheBudget(
            @ForAll @IntRange(min = 1, max = 200) int width,
            @ForAll @IntRange(min = 1, max = 200) int height,
            @ForAll @IntRange(min = 1, max = 30) int slices,
            @ForAll @LongRange(min = 32 * 32, max = 100_000) long budget) {
        List<LabelledRegion> boxes =
                draw(new UnlabelledBoxes(32, budget, 5), new Positions(width, height, slices));
        assertThat(boxes).isNotEmpty();
        long pixels = 0;
        for (LabelledRegion box : boxes) {
            box.roi().requireInside(width, height);
            pixels += box.image().pixels().length;
            assertThat(box.slice()).isBetween(0, slices - 1);
            assertThat(box.labels().labelled()).isZero();
            assertThat(box.image().at(0, 0, 0))
                    .isEqualTo(
                            Positions.value(box.slice(), box.roi().xStart(), box.roi().yStart()));
        }
        assertThat(pixels).isLessThanOrEqualTo(budget);
    }

    @Example
    void aSmallVolumeIsTakenWhole() {
        List<LabelledRegion> boxes =
                draw(new UnlabelledBoxes(256, 1 << 21, 1), new Positions(20, 30, 7));
        assertThat(boxes).extracting(LabelledRegion::slice).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(boxes).allMatch(box -> box.roi().width() == 20 && box.roi().height() == 30);
    }

    @Example
    void sliceAreReadOnceAndBoxesAreSpreadOverThem() {
        Positions volume = new Positions(100, 100, 40);
        List<LabelledRegion> boxes = draw(new UnlabelledBoxes(32, 32 * 32 * 10, 3), volume);
        assertThat(volume.read).hasSize(10).doesNotHaveDuplicates();
        assertThat(Collections.min(volume.read)).isLessThan(4);
        assertThat(Collections.max(volume.read)).isGreaterThanOrEqualTo(36);
        assertThat(boxes).hasSize(10);
    }

    @Example
    void theSameSeedDrawsTheSameBoxes() {
        UnlabelledBoxes settings = new UnlabelledBoxes(32, 10_000, 8);
        assertThat(draw(settings, new Positions(90, 80, 9)))
                .extracting(LabelledRegion::roi)
                .isEqualTo(
                        draw(settings, new Positions(90, 80, 9)).stream()
                                .map(LabelledRegion::roi)
                                .toList());
    }

    @Example
    void illegalSizesAreNamed() {
        assertThatThrownBy(() -> new UnlabelledBoxes(8, 1000, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("side of unlabelled boxes: 8");
        assertThatThrownBy(() -> new UnlabelledBoxes(64, 100, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("pixels of unlabelled boxes: 100");
    }

    private static List<LabelledRegion> draw(UnlabelledBoxes settings, Positions volume) {
        return settings.draw(
                List.of(new TrainingVolume("v", volume, IntensityRange.UNIT)),
                SliceContext.NONE,
                Normalization.defaults(),
                Progress.none());
    }

    /** Every voxel tells where it is. */
    private static final class Positions implements SliceSource {

        private final VolumeShape shape;
        private final List<Integer> read = new ArrayList<>();

        Positions(int width, int height, int slices) {
            shape = new VolumeShape(width, height, slices, 1);
        }

        static float value(int slice, int x, int y) {
            return slice * 40_000f + y * 200 + x;
        }

        @Override
        public void read(int slice, float[] target) {
            read.add(slice);
            for (int i = 0; i < target.length; i++) {
                target[i] = value(slice, i % shape.width(), i / shape.width());
            }
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
            return "positions";
        }
    }
}
