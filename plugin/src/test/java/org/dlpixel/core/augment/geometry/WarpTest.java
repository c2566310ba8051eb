package org.dlpixel.core.augment.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.augment.Regions;
import org.dlpixel.core.augment.operation.SplineField;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

class WarpTest {

    private static final LabelledRegion REGION = Regions.noise(90, 80, 2, 3, 11);

    @Property(tries = 100, seed = "42")
    void aRotationThereAndBackInterpolatesNothing(
            @ForAll @DoubleRange(min = -3, max = 3) double angle,
            @ForAll @DoubleRange(min = 0.3, max = 3) double factor,
            @ForAll Interpolation how) {
        Warp warp =
                Warp.of(
                        List.of(
                                linear(Affine.rotation(angle)),
                                linear(Affine.scale(factor)),
                                linear(Affine.scale(1 / factor)),
                                linear(Affine.rotation(-angle))));
        assertThat(read(warp, how).pixels()).isEqualTo(read(Warp.NONE, how).pixels());
    }

    @Property(tries = 30, seed = "42")
    void aDisplacementByNothingIsNone(@ForAll long seed, @ForAll Interpolation how) {
        SplineField zero = SplineField.random(new SplittableRandom(seed), 40, 40, 16, 0);
        Warp warp = Warp.of(List.of(new Movement.Bent(new Displacement(zero, zero, 0), "nothing")));
        // copies are normalised in double precision, interpolated pixels in single precision
        assertThat(read(warp, how).pixels())
                .containsExactly(read(Warp.NONE, how).pixels(), within(1e-6f));
        assertThat(new Elastic(1, 0, 16).draw(new SplittableRandom(seed), 40)).isEmpty();
    }

    @Property(tries = 50, seed = "42")
    void elasticDeformationsAreRealBoundedAndNeverFold(
            @ForAll long seed, @ForAll @IntRange(min = 8, max = 40) int spacing) {
        double displacement = Elastic.FOLDING * spacing;
        Movement movement =
                new Elastic(1, displacement, spacing)
                        .draw(new SplittableRandom(seed), 96)
                        .orElseThrow();
        Displacement d = ((Movement.Bent) movement).displacement();
        double furthest = 0;
        for (int y = 0; y < 95; y++) {
            for (int x = 0; x < 95; x++) {
                double dx = d.x().at(x, y);
                furthest = Math.max(furthest, Math.abs(dx));
                double xx = 1 + d.x().at(x + 1, y) - dx;
                double xy = d.x().at(x, y + 1) - dx;
                double yx = d.y().at(x + 1, y) - d.y().at(x, y);
                double yy = 1 + d.y().at(x, y + 1) - d.y().at(x, y);
                assertThat(xx * yy - xy * yx).isPositive();
            }
        }
        assertThat(furthest).isBetween(0.15 * displacement, displacement);
    }

    @Property(tries = 50, seed = "42")
    void rowsOfAFieldAreItsValues(@ForAll long seed, @ForAll @IntRange(max = 30) int x) {
        SplineField field = SplineField.random(new SplittableRandom(seed), 70, 50, 13, 2);
        float[] row = new float[40];
        field.row(49, x, row, 40, new float[field.scratch()]);
        for (int i = 0; i < 40; i++) {
            assertThat(row[i]).isCloseTo(field.at(x + i, 49), within(1e-6f)).isBetween(-2f, 2f);
        }
    }

    @Example
    void aConstantStaysConstantUnderEveryInterpolation() {
        FloatImage flat = FloatImage.zeros(60, 60, 1);
        Arrays.fill(flat.pixels(), 700);
        LabelledRegion region = Regions.region(flat, new LabelMask(60, 60, new byte[3600]));
        Affine map = Affine.rotation(0.4).then(Affine.scale(2.7)).shifted(30, 30);
        for (Interpolation how : Interpolation.values()) {
            for (float v : read(region, Warp.NONE.with(map), how).pixels()) {
                assertThat(v).isCloseTo(0.7f, within(1e-5f));
            }
        }
    }

    @Example
    void cubicInterpolationIsExactOnAParabola() {
        FloatImage image = FloatImage.zeros(60, 60, 1);
        for (int i = 0; i < 3600; i++) {
            int x = i % 60;
            image.pixels()[i] = x * x / 4f;
        }
        LabelledRegion region = Regions.region(image, new LabelMask(60, 60, new byte[3600]));
        Affine map = Affine.rotation(0.4).then(Affine.scale(0.6)).shifted(30, 30);
        FloatImage patch = read(region, Warp.NONE.with(map), Interpolation.CUBIC);
        double x = map.x(-19.5 + 7, -19.5 + 12) - 0.5;
        assertThat(patch.at(7, 12, 0)).isCloseTo((float) (x * x / 4000), within(1e-5f));
    }

    @Example
    void fineStructuresDoNotAliasInWideFields() {
        FloatImage stripes = FloatImage.zeros(200, 200, 1);
        for (int i = 0; i < 40_000; i++) {
            stripes.pixels()[i] = 1000 * (i % 2);
        }
        LabelledRegion region = Regions.region(stripes, new LabelMask(200, 200, new byte[40_000]));
        Affine map = Affine.scale(4).shifted(100, 100);
        for (float v : read(region, Warp.NONE.with(map), Interpolation.LINEAR).pixels()) {
            assertThat(v).isCloseTo(0.5f, within(1e-4f));
        }
    }

    @Example
    void aDisplacementThatCouldFoldIsRefused() {
        assertThatThrownBy(() -> new Elastic(1, 16, 32))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "Illegal displacement of an elastic deformation: 16.0, must be from 0 to"
                                + " 0.48 of its spacing, 32.");
    }

    private static Movement linear(Affine map) {
        return new Movement.Linear(map, "a map");
    }

    private static FloatImage read(Warp warp, Interpolation how) {
        return read(REGION, warp.with(warp.affine().shifted(45, 40)), how);
    }

    private static FloatImage read(LabelledRegion region, Warp warp, Interpolation how) {
        FloatImage out = FloatImage.zeros(40, 40, region.image().channels());
        new Resampler().resample(region, warp, how, out, new LabelMask(40, 40, new byte[1600]));
        return out;
    }
}
