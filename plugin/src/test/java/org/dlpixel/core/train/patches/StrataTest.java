package org.dlpixel.core.train.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.train.Scenes;
import org.dlpixel.core.train.patches.Strata.Stratum;

class StrataTest {

    private static final PatchSampler SAMPLER =
            new PatchSampler(16, PatchPlacement.UNIFORM, AugmentationSettings.STANDARD);

    @Property(tries = 60, seed = "42")
    void everyClassOfEveryRegionIsDrawnEquallyOften(
            @ForAll @IntRange(min = 1, max = 6) int count,
            @ForAll @IntRange(min = 1, max = 4) int classes,
            @ForAll @IntRange(min = 1, max = 7) int patchesPerEpoch,
            @ForAll long seed) {
        List<LabelledRegion> regions = new ArrayList<>();
        Set<Stratum> pairs = new HashSet<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int row = 0; row < count; row++) {
            int rare = random.nextInt(classes);
            regions.add(region(20 + 10 * row, rare, Split.TRAIN));
            pairs.add(new Stratum(row, rare));
            pairs.add(new Stratum(row, 5));
        }
        Strata strata = new Strata(regions, SAMPLER, patchesPerEpoch, seed);
        int rounds = patchesPerEpoch * 3;
        Map<Stratum, Long> drawn =
                IntStream.range(0, rounds * pairs.size())
                        .mapToObj(i -> strata.stratum(i / patchesPerEpoch, i % patchesPerEpoch))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(drawn.keySet()).isEqualTo(pairs);
        assertThat(drawn.values()).containsOnly((long) rounds);
    }

    @Property(tries = 60, seed = "42")
    void everyPatchHoldsAPixelOfItsClassEvenIfThereAreThree(@ForAll long seed) {
        Strata strata =
                new Strata(
                        List.of(region(64, 3, Split.TRAIN), region(30, 1, Split.TRAIN)),
                        SAMPLER,
                        4,
                        seed);
        for (int i = 0; i < 4; i++) {
            Patch patch = strata.patch(0, i);
            assertThat(patch.labels().histogram(6)[strata.stratum(0, i).c()]).isPositive();
        }
    }

    @Property(tries = 40, seed = "42")
    void aPatchDependsOnItsPlaceAlone(@ForAll long seed, @ForAll @IntRange(max = 20) int index) {
        List<LabelledRegion> regions =
                List.of(region(64, 3, Split.TRAIN), region(30, 1, Split.TRAIN));
        Strata used = new Strata(regions, SAMPLER, 21, seed);
        used.patch(5, 3);
        assertThat(used.patch(2, index).image().pixels())
                .isEqualTo(new Strata(regions, SAMPLER, 21, seed).patch(2, index).image().pixels());
    }

    @Example
    void heldOutAndUnlabelledRegionsAreNeverDrawn() {
        LabelledRegion unlabelled =
                Scenes.region(FloatImage.zeros(8, 8, 1), labels(8, LabelMask.IGNORE), Split.TRAIN);
        Strata strata =
                new Strata(
                        List.of(
                                region(30, 0, Split.VALIDATION),
                                unlabelled,
                                region(30, 2, Split.TRAIN)),
                        SAMPLER,
                        10,
                        1);
        assertThat(IntStream.range(0, 40).mapToObj(i -> strata.stratum(i / 10, i % 10)).distinct())
                .containsExactlyInAnyOrder(new Stratum(1, 2), new Stratum(1, 5));
        assertThatThrownBy(() -> new Strata(List.of(unlabelled), SAMPLER, 10, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no labelled pixel");
    }

    /** A square of class 5 with three pixels of another class. */
    private static LabelledRegion region(int side, int rare, Split split) {
        LabelMask labels = labels(side, (byte) 5);
        for (int i = 0; i < 3; i++) {
            labels.classes()[i * side] = (byte) rare;
        }
        return Scenes.region(FloatImage.zeros(side, side, 1), labels, split);
    }

    private static LabelMask labels(int side, byte c) {
        byte[] labels = new byte[side * side];
        Arrays.fill(labels, c);
        return new LabelMask(side, side, labels);
    }
}
