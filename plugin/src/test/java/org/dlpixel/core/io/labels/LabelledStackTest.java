package org.dlpixel.core.io.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.io.Stacks;
import org.dlpixel.core.io.TiffWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledStackTest {

    private static final SliceSource IMAGE =
            Stacks.bytes("image.tif", 2, 2, new byte[] {0, 1, 2, 3}, new byte[] {4, 5, 6, 7});

    @TempDir Path folder;

    @Test
    void everyLabelledSliceBecomesARegionWithTheRangeOfTheWholeStack() {
        LabelledStack stack = read(IMAGE, Stacks.labels(2, 2, 2, 1, 1, 0, 3, 1));
        assertThat(stack.survey().labelledSlices()).containsExactly(1);
        assertThat(stack.survey().classes()).isEqualTo(3);
        assertThat(stack.survey().pixels()).containsExactly(2L, 0L, 1L);
        assertThat(stack.range()).isEqualTo(new IntensityRange(0.07, 6.986));
        List<LabelledRegion> regions = stack.regions(Progress.none());
        assertThat(regions).hasSize(1);
        LabelledRegion region = regions.get(0);
        assertThat(region.source()).isEqualTo("image.tif");
        assertThat(region.slice()).isEqualTo(1);
        assertThat(region.roi()).isEqualTo(new Roi(0, 0, 2, 2));
        assertThat(region.split()).isEqualTo(Split.TRAIN);
        assertThat(region.image().pixels()).containsExactly(4, 5, 6, 7);
        assertThat(region.labels().classes()).containsExactly(0, -1, 2, 0);
        assertThat(region.range()).isEqualTo(stack.range());
    }

    @Test
    void aClassWithoutAnyPixelIsPointedOut() {
        LabelledStack stack = read(IMAGE, Stacks.labels(2, 2, 2, 1, 1, 0, 3, 1));
        assertThat(stack.findings()).singleElement().asString().contains("value 2");
    }

    @Test
    void labelsWithoutAnyZeroLookDense() {
        SliceSource one = Stacks.bytes("image.tif", 2, 1, new byte[] {3, 9});
        LabelledStack stack = read(one, Stacks.labels(2, 1, 1, 0, 1, 2));
        assertThat(stack.findings()).singleElement().asString().contains("labels.tif", "dense");
    }

    @Test
    void sizesThatDifferAreBothNamed() {
        assertRefused(
                Stacks.labels(3, 2, 2, 0, 1, 2),
                "labels.tif are 2 x 2 x 3 (Z x Y x X) but the image image.tif is 2 x 2 x 2");
        assertRefused(Stacks.labels(2, 2, 1, 0, 1, 2), "labels.tif are 1 x 2 x 2");
    }

    @Test
    void labelsThatCannotBeLearnedFromAreRefused() {
        assertRefused(Stacks.labels(2, 2, 2, 0), "no labelled pixel");
        assertRefused(Stacks.labels(2, 2, 2, 0, 2, 3), "no background");
        assertRefused(Stacks.labels(2, 2, 2, 0, 1, 1), "single class");
        assertRefused(Stacks.labels(2, 2, 2, 0, 1, 1), "must be raised by 1");
        assertRefused(Stacks.labels(2, 2, 2, 1, 1, 200), "labels.tif, slice 1");
    }

    @Test
    void labelsWithFractionsAreRefused() {
        Path file = folder.resolve("fractions.tif");
        VolumeShape shape = new VolumeShape(2, 2, 2, 1);
        try (TiffWriter out =
                TiffWriter.create(file, shape, PixelType.FLOAT32, VoxelSize.UNKNOWN)) {
            out.write(0, new float[] {0, 1, 2, 0});
            out.write(1, new float[] {0, 1, 1.5f, 0});
        }
        try (SliceSource labels = ImageFiles.open(file)) {
            assertRefused(labels, "label value: 1.5");
        }
    }

    @Test
    void pixelsThatAreNoNumbersAreRefusedWithTheirSlice() {
        Path file = folder.resolve("nan.tif");
        VolumeShape shape = new VolumeShape(2, 2, 2, 1);
        try (TiffWriter out =
                TiffWriter.create(file, shape, PixelType.FLOAT32, VoxelSize.UNKNOWN)) {
            out.write(0, new float[4]);
            out.write(1, new float[] {0, Float.NaN, 0, 0});
        }
        try (SliceSource image = ImageFiles.open(file)) {
            SliceSource labels = Stacks.labels(2, 2, 2, 0, 1, 2);
            assertThatThrownBy(() -> read(image, labels))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("NaN")
                    .hasMessageContaining("nan.tif, slice 1");
        }
    }

    @Test
    void truthValuesBecomeClassesInAscendingOrder() {
        SliceSource stored =
                Stacks.bytes("truth.tif", 2, 2, bytes(0, 255, 7, 0), bytes(7, 7, 0, 0));
        DenseTruth truth = DenseTruth.of(stored, Progress.none());
        assertThat(truth.classes()).isEqualTo(3);
        assertThat(truth.mask(0).classes()).containsExactly(0, 2, 1, 0);
        assertThat(truth.slice(1).pixels()).containsExactly(1, 1, 0, 0);
    }

    @Test
    void truthWithMoreClassesThanTheLabelsIsRefused() {
        SliceSource truth = Stacks.bytes("truth.tif", 2, 2, bytes(0, 1, 2, 0), bytes(0, 0, 0, 0));
        SliceSource labels = Stacks.labels(2, 2, 2, 0, 1, 2);
        assertThatThrownBy(
                        () ->
                                LabelledStack.read(
                                        IMAGE, labels, Optional.of(truth), Progress.none()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("truth.tif holds 3 different values");
    }

    @Test
    void truthWithMoreValuesThanClassesArePossibleIsRefused() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        SliceSource stored = Stacks.bytes("truth.tif", 16, 16, all);
        assertThatThrownBy(() -> DenseTruth.of(stored, Progress.none()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("truth.tif")
                .hasMessageContaining("at most 127");
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static LabelledStack read(SliceSource image, SliceSource labels) {
        return LabelledStack.read(image, labels, Optional.empty(), Progress.none());
    }

    private static void assertRefused(SliceSource labels, String message) {
        assertThatThrownBy(() -> read(IMAGE, labels))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }
}
