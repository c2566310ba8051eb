package org.dlpixel.core.io.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticSplitTest {

    @Property(tries = 300, seed = "9")
    void everyClassStaysInTrainingAndNothingElseChanges(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 7) Integer> classSets,
            @ForAll @DoubleRange(max = 0.99) double fraction,
            @ForAll @IntRange(max = 20) int seed) {
        List<LabelledRegion> regions = regions(classSets);
        List<LabelledRegion> split = new AutomaticSplit(fraction, seed).apply(regions).regions();
        assertThat(split).hasSameSizeAs(regions);
        for (int i = 0; i < split.size(); i++) {
            assertThat(split.get(i).slice()).isEqualTo(regions.get(i).slice());
            assertThat(split.get(i).labels()).isSameAs(regions.get(i).labels());
        }
        assertThat(classes(train(split))).isEqualTo(classes(regions));
        assertThat(new AutomaticSplit(fraction, seed).apply(regions).regions()).isEqualTo(split);
    }

    @Test
    void aFifthIsHeldOutButAtLeastOne() {
        assertThat(heldOut(regions(List.of(3, 3)), 1)).isEqualTo(1);
        assertThat(heldOut(regions(List.of(3, 3, 3, 3, 3)), 1)).isEqualTo(1);
        assertThat(heldOut(regions(List.of(3, 3, 3, 3, 3, 3, 3, 3, 3, 3)), 1)).isEqualTo(2);
    }

    @Test
    void seedsHoldOutDifferentRegions() {
        Set<Integer> held = new HashSet<>();
        for (int seed = 0; seed < 30; seed++) {
            AutomaticSplit split = AutomaticSplit.defaults(seed);
            split.apply(regions(List.of(3, 3, 3))).regions().stream()
                    .filter(r -> r.split() == Split.VALIDATION)
                    .forEach(r -> held.add(r.slice()));
        }
        assertThat(held).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void regionsWithAllClassesAreHeldOutFirst() {
        AutomaticSplit.Result result =
                AutomaticSplit.defaults(4).apply(regions(List.of(1, 3, 1, 3, 1)));
        assertThat(result.regions().stream().filter(r -> r.split() == Split.VALIDATION))
                .allMatch(r -> r.slice() % 2 == 1)
                .hasSize(1);
    }

    @Test
    void aSingleRegionIsNotHeldOutAndThisIsSaid() {
        AutomaticSplit.Result result = AutomaticSplit.defaults(1).apply(regions(List.of(3)));
        assertThat(result.regions()).allMatch(r -> r.split() == Split.TRAIN);
        assertThat(result.note()).hasValueSatisfying(n -> assertThat(n).contains("single"));
    }

    @Test
    void theOnlyLabelsOfAClassAreNotHeldOutAndThisIsSaid() {
        AutomaticSplit.Result result = AutomaticSplit.defaults(1).apply(regions(List.of(1, 2)));
        assertThat(result.regions()).allMatch(r -> r.split() == Split.TRAIN);
        assertThat(result.note()).isPresent();
    }

    @Test
    void whatWasHeldOutByHandIsLeftAlone() {
        List<LabelledRegion> regions = new ArrayList<>(regions(List.of(3, 3, 3)));
        regions.set(2, region(2, 3, Split.VALIDATION));
        assertThat(new AutomaticSplit(0.7, 1).apply(regions).regions()).isEqualTo(regions);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void otherFractionsAreRefused(double fraction) {
        assertThatThrownBy(() -> new AutomaticSplit(fraction, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("validation fraction");
    }

    private static int heldOut(List<LabelledRegion> regions, long seed) {
        List<LabelledRegion> split = AutomaticSplit.defaults(seed).apply(regions).regions();
        return split.size() - train(split).size();
    }

    private static List<LabelledRegion> train(List<LabelledRegion> regions) {
        return regions.stream().filter(r -> r.split() == Split.TRAIN).toList();
    }

    private static Set<Byte> classes(List<LabelledRegion> regions) {
        Set<Byte> classes = new HashSet<>();
        regions.forEach(r -> List.of(0, 1, 2).forEach(x -> classes.add(r.labels().at(x, 0))));
        classes.remove(LabelMask.IGNORE);
        return classes;
    }

    /** One region per number, whose bits tell which of three classes are labelled. */
    private static List<LabelledRegion> regions(List<Integer> classSets) {
        List<LabelledRegion> regions = new ArrayList<>();
        for (int set : classSets) {
            regions.add(region(regions.size(), set, Split.TRAIN));
        }
        return regions;
    }

    private static LabelledRegion region(int slice, int set, Split split) {
        byte[] classes = new byte[3];
        for (int c = 0; c < 3; c++) {
            classes[c] = (set >> c & 1) == 1 ? (byte) c : LabelMask.IGNORE;
        }
        return new LabelledRegion(
                "stack",
                slice,
                Roi.whole(3, 1),
                split,
                FloatImage.zeros(3, 1, 1),
                new LabelMask(3, 1, classes),
                IntensityRange.UNIT);
    }
}
