package org.dlpixel.core.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.augment.geometry.Flip;
import org.dlpixel.core.augment.geometry.Rotate;
import org.dlpixel.core.augment.intensity.BrightnessContrast;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

class PatchSamplerTest {

    @Provide
    Arbitrary<AugmentationSettings> presets() {
        return Arbitraries.of(AugmentationSettings.presets());
    }

    @Property(tries = 100, seed = "42")
    void theSameKeyGivesTheSamePatchWhateverWasDrawnBefore(
            @ForAll("presets") AugmentationSettings settings,
            @ForAll PatchPlacement placement,
            @ForAll long seed,
            @ForAll @IntRange(max = 5) int index) {
        LabelledRegion region = Regions.noise(40, 30, 2, 3, 1);
        PatchSampler used = new PatchSampler(16, placement, settings);
        for (int i = 0; i < index; i++) {
            used.sample(region, seed, 7, 3, i);
        }
        Patch a = used.sample(region, seed, 7, 3, index);
        Patch b = new PatchSampler(16, placement, settings).sample(region, seed, 7, 3, index);
        assertThat(a.image().pixels()).isEqualTo(b.image().pixels());
        assertThat(a.labels().classes()).isEqualTo(b.labels().classes());
    }

    @Property(tries = 50, seed = "42")
    void theOpinionOfATeacherMovesWithTheImageAndKeepsItsValues(@ForAll long seed) {
        LabelledRegion noise = Regions.noise(40, 30, 2, 1, 1);
        LabelledRegion region =
                new LabelledRegion(
                        noise.source(),
                        noise.slice(),
                        noise.roi(),
                        noise.split(),
                        noise.image().with(noise.image()),
                        noise.labels(),
                        noise.range());
        AugmentationSettings geometry =
                new AugmentationSettings(
                        "geometry", List.of(new Flip(0.5, 0.5), new Rotate(1, 45)));
        PatchSampler sampler = new PatchSampler(16, PatchPlacement.UNIFORM, geometry);
        Patch patch = sampler.sample(region, 2, seed, 0, 0, 0);
        assertThat(patch.targets().orElseThrow().pixels()).isEqualTo(patch.image().pixels());

        AugmentationSettings brighter =
                new AugmentationSettings(
                        "both",
                        List.of(
                                new Flip(0.5, 0.5),
                                new Rotate(1, 45),
                                new BrightnessContrast(1, 0.2, 0.2, false)));
        Patch bright =
                new PatchSampler(16, PatchPlacement.UNIFORM, brighter)
                        .sample(region, 2, seed, 0, 0, 0);
        assertThat(bright.targets().orElseThrow().pixels()).isEqualTo(patch.image().pixels());
        assertThat(bright.image().pixels()).isNotEqualTo(patch.image().pixels());
    }

    @Example
    void threadsDrawWhatOneThreadDraws() throws Exception {
        LabelledRegion region = Regions.noise(64, 48, 1, 3, 2);
        PatchSampler sampler = sampler(24, AugmentationSettings.STRONG);
        List<Callable<float[]>> jobs =
                LongStream.range(0, 64)
                        .<Callable<float[]>>mapToObj(
                                i -> () -> sampler.sample(region, 5, 0, 0, i).image().pixels())
                        .toList();
        var pool = Executors.newFixedThreadPool(4);
        try {
            var results = pool.invokeAll(jobs);
            PatchSampler alone = sampler(24, AugmentationSettings.STRONG);
            for (int i = 63; i >= 0; i--) {
                assertThat(results.get(i).get())
                        .isEqualTo(alone.sample(region, 5, 0, 0, i).image().pixels());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Example
    void everyPartOfTheKeyMatters() {
        LabelledRegion region = Regions.noise(64, 48, 1, 3, 2);
        PatchSampler sampler = sampler(16, AugmentationSettings.STANDARD);
        Set<Float> sums = new HashSet<>();
        long[][] keys = {
            {0, 0, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}, {1, 1, 1, 1}
        };
        for (long[] k : keys) {
            float sum = 0;
            for (float v : sampler.sample(region, k[0], k[1], k[2], k[3]).image().pixels()) {
                sum += v;
            }
            sums.add(sum);
        }
        assertThat(sums).hasSize(keys.length);
    }

    @Property(tries = 300, seed = "42")
    void patchesAroundLabelsAlwaysHoldALabel(
            @ForAll("presets") AugmentationSettings settings,
            @ForAll @IntRange(min = 2, max = 70) int width,
            @ForAll @IntRange(min = 2, max = 70) int height,
            @ForAll @IntRange(min = 8, max = 48) int size,
            @ForAll long seed) {
        byte[] labels = new byte[width * height];
        Arrays.fill(labels, LabelMask.IGNORE);
        labels[(int) Math.floorMod(seed, (long) labels.length)] = 1;
        LabelledRegion region =
                Regions.region(
                        FloatImage.zeros(width, height, 1), new LabelMask(width, height, labels));
        Patch patch =
                new PatchSampler(size, PatchPlacement.STRATIFIED, settings)
                        .sample(region, seed, 0, 0, 0);
        assertThat(patch.labels().histogram(2)[1]).isPositive();
        assertThat(patch.labelledShare()).isPositive();
    }

    @Property(tries = 200, seed = "42")
    void noLabelIsInventedAndPixelsStayInRange(
            @ForAll("presets") AugmentationSettings settings,
            @ForAll PatchPlacement placement,
            @ForAll @IntRange(min = 5, max = 60) int width,
            @ForAll long seed) {
        LabelledRegion region = Regions.noise(width, 20, 1, 2, seed);
        for (int i = 0; i < region.labels().classes().length; i++) {
            if (region.labels().classes()[i] == 1) {
                region.labels().classes()[i] = 5;
            }
        }
        Patch patch = new PatchSampler(24, placement, settings).sample(region, seed, 1, 2, 3);
        for (byte c : patch.labels().classes()) {
            assertThat(c).isIn((byte) -1, (byte) 0, (byte) 5);
        }
        for (float v : patch.image().pixels()) {
            assertThat(v).isFinite().isBetween(-2f, 4f);
        }
    }

    @Property(tries = 50, seed = "42")
    void withoutAugmentationAPatchIsANormalisedCropAndPadsAreIgnored(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll PatchPlacement placement,
            @ForAll long seed) {
        LabelledRegion region = ramp(width, height);
        Patch patch =
                new PatchSampler(16, placement, AugmentationSettings.NONE)
                        .sample(region, seed, 0, 0, 0);
        int inside = 0;
        for (int i = 0; i < 256; i++) {
            int value = Math.round(patch.image().pixels()[i] * 1000);
            assertThat(value / 20).isLessThan(height);
            byte label = patch.labels().classes()[i];
            if (label != LabelMask.IGNORE) {
                inside++;
                assertThat(label).isEqualTo((byte) (value % 2));
            }
        }
        if (placement == PatchPlacement.UNIFORM) {
            assertThat(inside).isEqualTo(Math.min(16, width) * Math.min(16, height));
        }
    }

    @Example
    void classesAreDrawnInTurnHoweverRare() {
        byte[] labels = new byte[64 * 64];
        labels[64 * 40 + 7] = 1;
        LabelledRegion region =
                Regions.region(FloatImage.zeros(64, 64, 1), new LabelMask(64, 64, labels));
        PatchSampler sampler =
                new PatchSampler(8, PatchPlacement.STRATIFIED, AugmentationSettings.NONE);
        int withRare = 0;
        for (int i = 0; i < 400; i++) {
            withRare += sampler.sample(region, 0, 0, 0, i).labels().histogram(2)[1] > 0 ? 1 : 0;
        }
        assertThat(withRare).isBetween(170, 240);
    }

    @Example
    void aRegionWithoutLabelsIsSampledAnyway() {
        byte[] none = new byte[30 * 30];
        Arrays.fill(none, LabelMask.IGNORE);
        LabelledRegion region =
                Regions.region(FloatImage.zeros(30, 30, 1), new LabelMask(30, 30, none));
        Patch patch = sampler(16, AugmentationSettings.STANDARD).sample(region, 0, 0, 0, 0);
        assertThat(patch.labelledShare()).isZero();
    }

    @Example
    void aPatchSizeOutOfRangeIsRefused() {
        assertThatThrownBy(() -> sampler(7, AugmentationSettings.NONE))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Illegal patch size: 7, must be from 8 to 8192 pixels.");
    }

    private static PatchSampler sampler(int size, AugmentationSettings settings) {
        return new PatchSampler(size, PatchPlacement.STRATIFIED, settings);
    }

    /** Pixels tell their column (mod 20) and row; labels are the column's parity. */
    private static LabelledRegion ramp(int width, int height) {
        FloatImage image = FloatImage.zeros(width, height, 1);
        byte[] labels = new byte[width * height];
        for (int i = 0; i < labels.length; i++) {
            int value = (i / width) * 20 + (i % width) % 20;
            image.pixels()[i] = value;
            labels[i] = (byte) (value % 2);
        }
        return Regions.region(image, new LabelMask(width, height, labels));
    }
}
