package org.dlpixel.core.train.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;

class GroupFoldsTest {

    @Property(tries = 200, seed = "42")
    void noGroupIsOnBothSidesAndNoClassLeavesTraining(
            @ForAll @IntRange(min = 2, max = 12) int count,
            @ForAll @IntRange(min = 1, max = 4) int classes,
            @ForAll @IntRange(min = 2, max = 5) int folds,
            @ForAll Grouping grouping,
            @ForAll long seed) {
        List<LabelledRegion> regions = Layouts.random(count, classes, seed);
        int[] groups = grouping.of(regions);
        List<Fold> divisions = foldsOrNone(new GroupFolds(folds, grouping, seed), regions);
        Assume.that(!divisions.isEmpty());
        BitSet all = Layouts.classes(regions);
        for (Fold fold : divisions) {
            assertThat(fold.regions()).hasSameSizeAs(regions);
            assertThat(Layouts.classes(fold.training())).isEqualTo(all);
            assertThat(fold.validation()).isNotEmpty();
            for (int i = 0; i < groups.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (groups[i] == groups[j]) {
                        assertThat(fold.regions().get(i).split())
                                .isEqualTo(fold.regions().get(j).split());
                    }
                }
            }
        }
    }

    private static List<Fold> foldsOrNone(ValidationPlan plan, List<LabelledRegion> regions) {
        try {
            return plan.folds(regions);
        } catch (InvalidInput e) {
            return List.of();
        }
    }

    @Property(tries = 100, seed = "42")
    void everyRegionIsHeldOutOnceIfItsClassesOccurElsewhere(
            @ForAll @IntRange(min = 2, max = 12) int count,
            @ForAll @IntRange(min = 2, max = 5) int folds,
            @ForAll long seed) {
        List<LabelledRegion> regions =
                IntStream.range(0, count)
                        .mapToObj(z -> Layouts.region("s", z, Layouts.box(0, 0, 2), labels(0, 1)))
                        .toList();
        List<Fold> divisions = new GroupFolds(folds, Grouping.ROI, seed).folds(regions);
        assertThat(divisions).hasSize(Math.min(count, folds));
        for (int i = 0; i < count; i++) {
            int row = i;
            assertThat(divisions)
                    .filteredOn(fold -> fold.regions().get(row).split() == Split.VALIDATION)
                    .hasSize(1);
        }
        assertThat(divisions)
                .allSatisfy(
                        fold ->
                                assertThat(fold.validation().size())
                                        .isBetween(count / folds, count / folds + 1));
    }

    @Example
    void rareClassesAreSpreadOverTheFolds() {
        List<LabelledRegion> regions =
                IntStream.range(0, 8)
                        .mapToObj(
                                z ->
                                        Layouts.region(
                                                "s",
                                                z,
                                                Layouts.box(0, 0, 2),
                                                labels(0, z < 4 ? 1 : 2)))
                        .toList();
        for (Fold fold : new GroupFolds(4, Grouping.SLICE, 3).folds(regions)) {
            assertThat(Layouts.classes(fold.validation()).cardinality()).isEqualTo(3);
        }
    }

    @Example
    void overlappingRegionsOfASliceAreOneGroupDirectlyOrByWayOfOthers() {
        List<LabelledRegion> regions =
                List.of(
                        region("a", 0, Layouts.box(0, 0, 10)),
                        region("a", 0, Layouts.box(12, 0, 10)),
                        region("a", 1, Layouts.box(0, 0, 10)),
                        region("b", 0, Layouts.box(0, 0, 10)),
                        region("a", 0, Layouts.box(8, 0, 10)),
                        region("a", 0, Layouts.box(22, 0, 10)));
        assertThat(Grouping.ROI.of(regions)).containsExactly(0, 0, 1, 2, 0, 3);
        assertThat(Grouping.SLICE.of(regions)).containsExactly(0, 0, 1, 2, 0, 0);
    }

    private static LabelledRegion region(String source, int slice, Roi roi) {
        return Layouts.region(source, slice, roi, new byte[roi.width() * roi.height()]);
    }

    private static byte[] labels(int first, int second) {
        return new byte[] {(byte) first, (byte) second, (byte) first, (byte) second};
    }

    @Example
    void aSingleGroupIsRefused() {
        assertThatThrownBy(
                        () ->
                                new GroupFolds(5, Grouping.SLICE, 1)
                                        .folds(List.of(region("a", 0, Layouts.box(0, 0, 10)))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of groups (slice) with labels: 1");
    }
}
