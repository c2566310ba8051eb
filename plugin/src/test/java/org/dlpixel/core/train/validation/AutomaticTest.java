package org.dlpixel.core.train.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Split;
import org.junit.jupiter.api.Test;

class AutomaticTest {

    private static final ValidationPlan PLAN = new Automatic(4, 4, 1);

    @Test
    void aDivisionThatSomebodyMadeStays() {
        List<LabelledRegion> regions =
                List.of(both(0, 0), both(1, 0).as(Split.VALIDATION), both(2, 0));
        List<Fold> folds = PLAN.folds(regions);
        assertThat(folds).hasSize(1);
        assertThat(folds.get(0).validation()).containsExactly(regions.get(1));
    }

    @Test
    void everySliceIsHeldOutOnceInAtMostSoManyFolds() {
        List<LabelledRegion> regions = IntStream.range(0, 6).mapToObj(z -> both(z, 0)).toList();
        List<Fold> folds = PLAN.folds(regions);
        assertThat(folds).hasSize(4);
        assertThat(folds.stream().mapToInt(fold -> fold.validation().size()).sum()).isEqualTo(6);
    }

    @Test
    void regionsOfASingleSliceAreHeldOutOneByOne() {
        List<Fold> folds = PLAN.folds(List.of(both(3, 0), both(3, 100), both(3, 200)));
        assertThat(folds).hasSize(3);
    }

    @Test
    void aSingleRegionIsCut() {
        List<Fold> folds = PLAN.folds(List.of(both(3, 0)));
        assertThat(folds).hasSize(1);
        assertThat(folds.get(0).training()).hasSize(1);
        assertThat(folds.get(0).validation()).hasSize(1);
    }

    @Test
    void theNumberOfFoldsIsChecked() {
        assertThatThrownBy(() -> new Automatic(1, 4, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of folds: 1");
    }

    /** A box of 32 pixels with two classes in alternating columns. */
    private static LabelledRegion both(int slice, int x) {
        byte[] labels = new byte[32 * 32];
        Arrays.fill(labels, LabelMask.IGNORE);
        for (int i = 0; i < labels.length; i += 3) {
            labels[i] = (byte) (i % 2);
        }
        return Layouts.region("source", slice, Layouts.box(x, 0, 32), labels);
    }
}
