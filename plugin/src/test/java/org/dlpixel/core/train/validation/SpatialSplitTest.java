package org.dlpixel.core.train.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;

class SpatialSplitTest {

    @Property(tries = 200, seed = "42")
    void partsShareNothingAndLabelsKeepTheirDistance(
            @ForAll @IntRange(min = 3, max = 50) int width,
            @ForAll @IntRange(min = 3, max = 50) int height,
            @ForAll @IntRange(max = 30) int gap,
            @ForAll long seed) {
        LabelledRegion region = scene(width, height, 3, seed);
        var parts = new SpatialSplit(.25, gap).cut(region);
        Assume.that(parts.isPresent());
        LabelledRegion training = parts.get().get(0);
        LabelledRegion validation = parts.get().get(1);
        assertThat(training.roi().overlaps(validation.roi())).isFalse();
        assertThat(Layouts.classes(List.of(training))).isEqualTo(Groups.classes(region));
        Roi a = labelled(training);
        Roi b = labelled(validation);
        int apart =
                Math.max(
                        Math.max(b.xStart() - a.xEnd(), a.xStart() - b.xEnd()),
                        Math.max(b.yStart() - a.yEnd(), a.yStart() - b.yEnd()));
        assertThat(apart).isGreaterThanOrEqualTo(gap);
        for (LabelledRegion part : parts.get()) {
            sameWhereLabelled(region, part);
        }
    }

    private static void sameWhereLabelled(LabelledRegion whole, LabelledRegion part) {
        int dx = part.roi().xStart() - whole.roi().xStart();
        int dy = part.roi().yStart() - whole.roi().yStart();
        for (int y = 0; y < part.image().height(); y++) {
            for (int x = 0; x < part.image().width(); x++) {
                assertThat(part.image().at(x, y, 0)).isEqualTo(whole.image().at(x + dx, y + dy, 0));
                byte label = part.labels().at(x, y);
                assertThat(label == LabelMask.IGNORE || label == whole.labels().at(x + dx, y + dy))
                        .isTrue();
            }
        }
    }

    @Example
    void everyClassStaysOnBothSidesWhereThatIsPossible() {
        byte[] labels = new byte[60 * 20];
        Arrays.fill(labels, LabelMask.IGNORE);
        // Class 1 is only found in the two upper corners: a vertical cut keeps it on both sides.
        labels[0] = 1;
        labels[59] = 1;
        for (int x = 0; x < 60; x += 3) {
            labels[19 * 60 + x] = 0;
        }
        Fold fold =
                new SpatialSplit(.25, 10)
                        .folds(List.of(Layouts.region("s", 0, new Roi(5, 5, 65, 25), labels)))
                        .get(0);
        assertThat(Layouts.classes(fold.validation()).cardinality()).isEqualTo(2);
        assertThat(Layouts.classes(fold.training()).cardinality()).isEqualTo(2);
        long held = fold.validation().get(0).labels().labelled();
        long trained = fold.training().get(0).labels().labelled();
        assertThat((double) held / (held + trained)).isCloseTo(.25, within(.07));
    }

    @Example
    void aRegionSmallerThanTheGapIsRefused() {
        assertThatThrownBy(() -> new SpatialSplit(.25, 50).folds(List.of(scene(40, 40, 2, 1))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("gap of 50 pixels");
    }

    static LabelledRegion scene(int width, int height, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] labels = new byte[width * height];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (random.nextInt(12) == 0 ? random.nextInt(classes) : -1);
        }
        labels[0] = 0;
        return Layouts.region("s", 0, new Roi(3, 4, 3 + width, 4 + height), labels);
    }

    /** The bounding box of the labelled pixels, in the slice. */
    private static Roi labelled(LabelledRegion region) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
        for (int i = 0; i < region.labels().classes().length; i++) {
            if (region.labels().classes()[i] != LabelMask.IGNORE) {
                int x = region.roi().xStart() + i % region.labels().width();
                int y = region.roi().yStart() + i / region.labels().width();
                box[0] = Math.min(box[0], x);
                box[1] = Math.min(box[1], y);
                box[2] = Math.max(box[2], x + 1);
                box[3] = Math.max(box[3], y + 1);
            }
        }
        return new Roi(box[0], box[1], box[2], box[3]);
    }
}
