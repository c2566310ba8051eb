package org.dlpixel.core.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.augment.Operations.Named;
import org.dlpixel.core.augment.geometry.Interpolation;
import org.dlpixel.core.augment.geometry.Rotate90;
import org.dlpixel.core.augment.geometry.SizedCrop;
import org.dlpixel.core.augment.intensity.CutOut;
import org.dlpixel.core.augment.intensity.IntensityAugmentation;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;

class OperationsTest {

    private static final LabelledRegion REGION = Regions.noise(70, 60, 3, 4, 9);

    @Provide
    Arbitrary<Named> operations() {
        return Arbitraries.of(Operations.all());
    }

    @Property(tries = 200, seed = "42")
    void everyOperationChangesThePatchAndSaysSo(
            @ForAll("operations") Named operation, @ForAll long seed) {
        Patch patch = sample(operation, seed);
        Patch plain = sampler(AugmentationSettings.NONE).sample(REGION, seed, 0, 0, 0);
        boolean same = Arrays.equals(patch.image().pixels(), plain.image().pixels());
        if (operation.augmentation() instanceof Rotate90
                || operation.augmentation() instanceof SizedCrop) {
            // a turn by 0 degrees, or a crop of the whole patch, is one of those drawn
            assertThat(patch.operations().isEmpty()).isEqualTo(same);
        } else {
            assertThat(patch.operations()).hasSize(1);
            assertThat(same).isFalse();
        }
        for (float v : patch.image().pixels()) {
            assertThat(v).isFinite();
        }
    }

    @Property(tries = 200, seed = "42")
    void labelsAreOnlyMovedOrIgnored(
            @ForAll("operations") Named operation, @ForAll long seed, @ForAll Interpolation how) {
        Patch patch = sampler(operation.alone().with(how)).sample(REGION, seed, 1, 2, 3);
        Set<Byte> found = new HashSet<>();
        for (byte c : patch.labels().classes()) {
            found.add(c);
        }
        assertThat(found).isSubsetOf((byte) -1, (byte) 0, (byte) 1, (byte) 2, (byte) 3);
        Patch plain = sampler(AugmentationSettings.NONE).sample(REGION, seed, 1, 2, 3);
        if (operation.augmentation() instanceof CutOut) {
            assertThat(patch.labelledShare()).isLessThanOrEqualTo(plain.labelledShare());
        } else if (operation.augmentation() instanceof IntensityAugmentation) {
            assertThat(patch.labels().classes()).isEqualTo(plain.labels().classes());
        }
    }

    @Property(tries = 100, seed = "42")
    void whatLiesOutsideIsIgnored(
            @ForAll("operations") Named operation,
            @ForAll @IntRange(min = 3, max = 20) int side,
            @ForAll long seed) {
        LabelledRegion small = Regions.noise(side, 12, 2, 1, 3);
        Arrays.fill(small.labels().classes(), (byte) 0);
        Patch patch =
                new PatchSampler(32, PatchPlacement.UNIFORM, operation.alone())
                        .sample(small, seed, 0, 0, 0);
        assertThat(patch.labelledShare()).isBetween(0.0, 0.75);
        for (byte c : patch.labels().classes()) {
            assertThat(c).isIn(LabelMask.IGNORE, (byte) 0);
        }
    }

    @Example
    void presetsSayWhatTheyDid() {
        for (AugmentationSettings preset : AugmentationSettings.presets()) {
            Set<String> said = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                said.addAll(sampler(preset).sample(REGION, 1, 0, 0, i).operations());
            }
            assertThat(said.isEmpty()).isEqualTo(preset.augmentations().isEmpty());
        }
    }

    private static Patch sample(Named operation, long seed) {
        return sampler(operation.alone()).sample(REGION, seed, 0, 0, 0);
    }

    private static PatchSampler sampler(AugmentationSettings settings) {
        return new PatchSampler(32, PatchPlacement.STRATIFIED, settings);
    }
}
