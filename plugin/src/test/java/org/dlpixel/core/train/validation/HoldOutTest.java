package org.dlpixel.core.train.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Split;

class HoldOutTest {

    private static final HoldOut PLAN = new HoldOut(.2, Grouping.ROI, 10, 1);

    @Property(tries = 200, seed = "42")
    void noClassLeavesTrainingAndGroupsStayTogether(
            @ForAll @IntRange(min = 2, max = 12) int count,
            @ForAll Grouping grouping,
            @ForAll long seed) {
        List<LabelledRegion> regions = Layouts.random(count, 2, seed);
        Fold fold = new HoldOut(.3, grouping, 5, seed).folds(regions).get(0);
        assertThat(Layouts.classes(fold.training())).isEqualTo(Layouts.classes(regions));
        for (LabelledRegion a : fold.training()) {
            assertThat(fold.validation()).noneMatch(b -> Grouping.ROI.together(a, b));
        }
    }

    @Example
    void aSingleRegionIsCutInSpace() {
        LabelledRegion region = SpatialSplitTest.scene(60, 40, 2, 1);
        Fold fold = PLAN.folds(List.of(region)).get(0);
        assertThat(fold.training()).hasSize(1);
        assertThat(fold.validation()).hasSize(1);
        assertThat(fold.validation().get(0).labels().labelled()).isPositive();
    }

    @Example
    void whatIsDividedAlreadyStays() {
        LabelledRegion region = SpatialSplitTest.scene(60, 40, 2, 1);
        List<LabelledRegion> given = List.of(region, region.as(Split.VALIDATION));
        assertThat(PLAN.folds(given)).containsExactly(new Fold(given));
        assertThat(new AsGiven().folds(given)).containsExactly(new Fold(given));
        assertThat(new TrainOnAll().folds(given).get(0).validation()).isEmpty();
    }

    @Example
    void patchesOfASingleRegionAreNotDivided() {
        LabelledRegion patch = SpatialSplitTest.scene(60, 40, 2, 1);
        Fold fold = PLAN.folds(List.of(patch, SpatialSplitTest.scene(60, 40, 2, 2))).get(0);
        assertThat(fold.validation()).isEmpty();
    }
}
