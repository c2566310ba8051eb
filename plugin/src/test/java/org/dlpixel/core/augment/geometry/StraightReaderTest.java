package org.dlpixel.core.augment.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.augment.Regions;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;

class StraightReaderTest {

    private static final LabelledRegion REGION = Regions.noise(90, 61, 2, 3, 11);

    @Property(tries = 200, seed = "42")
    void itReadsBitByBitWhatTheGeneralReaderReads(
            @ForAll @DoubleRange(min = 0.2, max = 1.5) double field,
            @ForAll @DoubleRange(min = -40, max = 130) double x,
            @ForAll @DoubleRange(min = -40, max = 100) double y,
            @ForAll @IntRange(min = 8, max = 80) int size,
            @ForAll @IntRange(max = 3) int turns,
            @ForAll boolean flip) {
        Affine map =
                Affine.flip(flip, false)
                        .then(Affine.quarterTurns(turns))
                        .then(Affine.scale(field))
                        .shifted(x, y);
        Warp warp = Warp.NONE.with(map);
        FloatImage expected = FloatImage.zeros(size, size, 2);
        LabelMask expectedLabels = new LabelMask(size, size, new byte[size * size]);
        Resampler.interpolate(REGION, warp, Interpolation.LINEAR, expected, expectedLabels);

        assertThat(StraightReader.isPossible(warp)).isTrue();
        FloatImage image = FloatImage.zeros(size, size, 2);
        LabelMask labels = new LabelMask(size, size, new byte[size * size]);
        new StraightReader(REGION, map, size).read(image, labels);
        assertThat(image.pixels()).isEqualTo(expected.pixels());
        assertThat(labels.classes()).isEqualTo(expectedLabels.classes());
    }

    @Property(tries = 20, seed = "42")
    void rotatedPatchesAreNotForIt(@ForAll @DoubleRange(min = 0.1, max = 1.4) double angle) {
        assertThat(StraightReader.isPossible(Warp.NONE.with(Affine.rotation(angle)))).isFalse();
    }
}
