package org.dlpixel.core.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.junit.jupiter.api.Test;

class RegionCutterTest {

    private static final IntensityRange VOLUME_RANGE = new IntensityRange(5, 500);
    private static final Roi PLACE = new Roi(2, 1, 5, 3);

    /** Pixel value: 1000 c + 100 z + 10 y + x. */
    private record Ramp(VolumeShape shape) implements SliceSource {
        @Override
        public void read(int slice, float[] target) {
            for (int i = 0; i < target.length; i++) {
                int c = i / shape.plane();
                int y = i % shape.plane() / shape.width();
                target[i] = 1000 * c + 100 * slice + 10 * y + i % shape.width();
            }
        }

        @Override
        public PixelType pixelType() {
            return PixelType.UINT16;
        }

        @Override
        public VoxelSize voxelSize() {
            return VoxelSize.UNKNOWN;
        }

        @Override
        public String name() {
            return "ramp";
        }
    }

    private static TrainingVolume volume(int channels) {
        return new TrainingVolume(
                "a.tif", new Ramp(new VolumeShape(6, 4, 5, channels)), VOLUME_RANGE);
    }

    private static LabelledRegion region(int slice, Roi roi, int channels) {
        FloatImage whole = new Ramp(new VolumeShape(6, 4, 5, channels)).slice(slice);
        byte[] labels = new byte[roi.width() * roi.height()];
        return new LabelledRegion(
                "a.tif",
                slice,
                roi,
                Split.TRAIN,
                whole.crop(roi),
                new LabelMask(roi.width(), roi.height(), labels),
                VOLUME_RANGE);
    }

    private static LabelledRegion cut(
            LabelledRegion region, Normalization normalization, int neighbours, int channels) {
        return new RegionCutter(
                        normalization, new SliceContext(neighbours), List.of(volume(channels)))
                .cut(List.of(region), Progress.none())
                .get(0);
    }

    @Test
    void neighbouringSlicesAreChannelsInOrderOfZ() {
        LabelledRegion seen = cut(region(1, PLACE, 2), Normalization.defaults(), 2, 2);

        assertThat(seen.image().channels()).isEqualTo(10);
        int[] mirrored = {1, 0, 1, 2, 3};
        for (int i = 0; i < 10; i++) {
            assertThat(seen.image().at(0, 0, i))
                    .isEqualTo(1000 * (i % 2) + 100 * mirrored[i / 2] + 12);
        }
        assertThat(seen.range()).isEqualTo(VOLUME_RANGE);
        assertThat(seen.roi()).isEqualTo(PLACE);
    }

    @Test
    void perVolumeNothingIsCutWithoutNeighbours() {
        LabelledRegion region = region(1, PLACE, 1);

        LabelledRegion seen = cut(region, Normalization.defaults(), 0, 1);

        assertThat(seen.image()).isSameAs(region.image());
        assertThat(seen.range()).isEqualTo(VOLUME_RANGE);
    }

    @Test
    void theWholeSliceDecidesPerSlice() {
        LabelledRegion seen = cut(region(1, PLACE, 1), Normalization.perSlice(), 0, 1);
        LabelledRegion withNeighbours = cut(region(1, PLACE, 1), Normalization.perSlice(), 1, 1);

        assertThat(seen.range().low()).isBetween(100.0, 101.0);
        assertThat(seen.range().high()).isBetween(134.0, 135.0);
        assertThat(withNeighbours.range().low()).isBetween(0.0, 1.0);
        assertThat(withNeighbours.range().high()).isBetween(234.0, 235.0);
    }

    @Test
    void theRegionAloneDecidesPerRoi() {
        LabelledRegion seen = cut(region(1, PLACE, 1), Normalization.perRoi(), 0, 1);

        assertThat(seen.range().low()).isBetween(112.0, 113.0);
        assertThat(seen.range().high()).isBetween(123.0, 124.0);
    }

    @Test
    void aFixedRangeIsThatOfEveryRegion() {
        IntensityRange fixed = new IntensityRange(-1, 7);

        assertThat(cut(region(1, PLACE, 1), Normalization.fixed(fixed), 1, 1).range())
                .isEqualTo(fixed);
    }

    @Test
    void aRegionOfNoKnownVolumeIsTakenForItsSliceWithAWarning() {
        RegionCutter cutter =
                new RegionCutter(Normalization.perSlice(), SliceContext.NONE, List.of());

        LabelledRegion seen = cutter.cut(List.of(region(1, PLACE, 1)), Progress.none()).get(0);

        assertThat(seen.range().low()).isBetween(112.0, 113.0);
        assertThat(cutter.warnings())
                .singleElement()
                .asString()
                .startsWith("1 of 1 regions are not cut from the volumes at hand");
    }

    @Test
    void neighboursNeedAVolumeOfTheSource() {
        RegionCutter cutter =
                new RegionCutter(
                        Normalization.defaults(),
                        new SliceContext(1),
                        List.of(new TrainingVolume("b.tif", volume(1).slices(), VOLUME_RANGE)));

        assertThatThrownBy(() -> cutter.cut(List.of(region(1, PLACE, 1)), Progress.none()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("source of a.tif, slice 1", "0 volumes", "[b.tif]");
    }

    @Test
    void twoVolumesOfOneNameAreRefusedWhereNeighboursAreNeeded() {
        RegionCutter cutter =
                new RegionCutter(
                        Normalization.defaults(),
                        new SliceContext(1),
                        List.of(volume(1), volume(1)));

        assertThatThrownBy(() -> cutter.cut(List.of(region(1, PLACE, 1)), Progress.none()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2 volumes have this name");
    }

    @Test
    void aRegionBeyondItsVolumeIsNamed() {
        LabelledRegion region = region(1, PLACE, 1);
        LabelledRegion below =
                new LabelledRegion(
                        "a.tif",
                        5,
                        PLACE,
                        Split.TRAIN,
                        region.image(),
                        region.labels(),
                        VOLUME_RANGE);
        LabelledRegion beside =
                new LabelledRegion(
                        "a.tif",
                        1,
                        new Roi(4, 1, 7, 3),
                        Split.TRAIN,
                        region.image(),
                        region.labels(),
                        VOLUME_RANGE);

        for (LabelledRegion wrong : List.of(below, beside)) {
            assertThatThrownBy(() -> cut(wrong, Normalization.defaults(), 1, 1))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContainingAll(wrong.describe(), "inside its volume, 5 x 4 x 6");
        }
    }

    @Test
    void aPatchHasNoPlace() {
        LabelledRegion patch = region(1, PLACE, 1);
        patch.image().pixels()[0]++;

        assertThatThrownBy(() -> cut(patch, Normalization.defaults(), 1, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("connect the labelled regions, not patches");
        assertThatThrownBy(() -> cut(region(1, PLACE, 2), Normalization.defaults(), 1, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("connect the labelled regions");
    }
}
