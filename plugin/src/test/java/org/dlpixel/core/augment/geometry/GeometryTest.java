package org.dlpixel.core.augment.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.augment.Regions;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class GeometryTest {

    private static final LabelledRegion REGION = Regions.noise(33, 29, 2, 3, 11);

    @Test
    void flippingTwiceChangesNothing() {
        assertNothingChanges(new Flip(1, 0), 2);
        assertNothingChanges(new Flip(0, 1), 2);
        assertNothingChanges(new Flip(1, 1), 2);
    }

    @Test
    void fourQuarterTurnsChangeNothing() {
        Affine four = Affine.IDENTITY;
        for (int i = 0; i < 4; i++) {
            four = four.then(Affine.quarterTurns(1));
        }
        assertThat(resample(four)).isEqualTo(resample(Affine.IDENTITY));
        assertThat(resample(Affine.quarterTurns(1))).isNotEqualTo(resample(Affine.IDENTITY));
    }

    @Test
    void fourRotationsByNinetyDegreesChangeNothing() {
        Affine four = Affine.IDENTITY;
        for (int i = 0; i < 4; i++) {
            four = four.then(Affine.rotation(Math.PI / 2));
        }
        assertThat(resample(four)).containsExactly(resample(Affine.IDENTITY), within(1e-5f));
    }

    @Test
    void aFlipExchangesLeftAndRight() {
        FloatImage image = new FloatImage(8, 8, 1, new float[64]);
        byte[] labels = new byte[64];
        image.pixels()[8] = 1000;
        labels[8] = 1;
        LabelledRegion region = Regions.region(image, new LabelMask(8, 8, labels));
        Patch patch =
                new PatchSampler(
                                8,
                                PatchPlacement.UNIFORM,
                                new AugmentationSettings("x", List.of(new Flip(1, 0))))
                        .sample(region, 0, 0, 0, 0);
        assertThat(patch.image().at(7, 1, 0)).isEqualTo(1);
        assertThat(patch.labels().at(7, 1)).isEqualTo((byte) 1);
    }

    @Test
    void operationsComposeInTheirOrder() {
        Affine flipThenTurn = Affine.flip(true, false).then(Affine.quarterTurns(1));
        Affine turnThenFlip = Affine.quarterTurns(1).then(Affine.flip(true, false));
        // after the flip, the turned patch's pixel (1, 0) shows what lay at flipped (0, 1)
        assertThat(flipThenTurn.x(1, 0)).isEqualTo(0);
        assertThat(flipThenTurn.y(1, 0)).isEqualTo(1);
        assertThat(turnThenFlip.x(1, 0)).isEqualTo(0);
        assertThat(turnThenFlip.y(1, 0)).isEqualTo(-1);
    }

    @Test
    void bilinearInterpolationIsExactOnARamp() {
        FloatImage image = FloatImage.zeros(40, 40, 1);
        for (int i = 0; i < 1600; i++) {
            image.pixels()[i] = 10 * (i % 40) + 5 * Math.floorDiv(i, 40);
        }
        LabelledRegion region = Regions.region(image, new LabelMask(40, 40, new byte[1600]));
        Affine map = Affine.rotation(0.3).then(Affine.scale(0.8)).shifted(20.2, 19.7);
        FloatImage patch = read(region, map, 16);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                double sx = map.x(x - 7.5, y - 7.5) - 0.5;
                double sy = map.y(x - 7.5, y - 7.5) - 0.5;
                float expected = (float) ((10 * sx + 5 * sy) / 1000);
                assertThat(patch.at(x, y, 0)).isCloseTo(expected, within(2e-4f));
            }
        }
    }

    @Test
    void mirroringRepeatsTheEdge() {
        int[] shown = {1, 0, 0, 1, 2, 2, 1, 0, 0};
        for (int i = 0; i < shown.length; i++) {
            assertThat(Mirror.mirror(i - 2, 3)).isEqualTo(shown[i]);
        }
        assertThat(Mirror.mirror(-7, 1)).isZero();
    }

    @Test
    void sizedCropHasTheOriginalsSides() {
        assertThat(new SizedCrop(1, 1.25).smallestSide(256)).isEqualTo(202);
        assertThat(new SizedCrop(1, 10).smallestSide(512)).isEqualTo(50);
        SizedCrop crop = new SizedCrop(1, 1.25);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 2000; i++) {
            Affine map = linear(crop.draw(random, 256));
            assertThat(map.xx()).isBetween(202 / 256.0, 1.0);
            // corners stay in the patch
            assertThat(map.x(-128, 0)).isGreaterThanOrEqualTo(-128);
            assertThat(map.x(128, 0)).isLessThanOrEqualTo(128);
        }
    }

    @Test
    void zoomGoesBothWays() {
        Zoom zoom = new Zoom(1, 1.5);
        SplittableRandom random = new SplittableRandom(4);
        double smallest = 9;
        double largest = 0;
        for (int i = 0; i < 1000; i++) {
            double factor = linear(zoom.draw(random, 64)).magnitude();
            smallest = Math.min(smallest, factor);
            largest = Math.max(largest, factor);
        }
        assertThat(smallest).isBetween(1 / 1.5, 0.7);
        assertThat(largest).isBetween(1.45, 1.5);
    }

    @Test
    void illegalParametersAreNamed() {
        assertThatThrownBy(() -> new Zoom(0.5, 0.9))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Illegal zoom factor: 0.9, must be from 1.0 to 4.0.");
        assertThatThrownBy(() -> new Flip(2, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Rotate90(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Rotate(1, 181)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SizedCrop(1, 0.5)).isInstanceOf(InvalidInput.class);
    }

    private static float[] resample(Affine map) {
        return read(REGION, map.shifted(16, 14), 20).pixels();
    }

    private static FloatImage read(LabelledRegion region, Affine map, int size) {
        FloatImage out = FloatImage.zeros(size, size, region.image().channels());
        LabelMask labels = new LabelMask(size, size, new byte[size * size]);
        new Resampler().resample(region, Warp.NONE.with(map), Interpolation.LINEAR, out, labels);
        return out;
    }

    private static Affine linear(Optional<Movement> movement) {
        return movement.map(m -> ((Movement.Linear) m).map()).orElse(Affine.IDENTITY);
    }

    private static void assertNothingChanges(Augmentation augmentation, int times) {
        var settings = new AugmentationSettings("x", Collections.nCopies(times, augmentation));
        Patch varied = draw(settings);
        Patch plain = draw(AugmentationSettings.NONE);
        assertThat(varied.image().pixels()).isEqualTo(plain.image().pixels());
        assertThat(varied.labels().classes()).isEqualTo(plain.labels().classes());
        Patch once = draw(new AugmentationSettings("x", List.of(augmentation)));
        assertThat(once.image().pixels()).isNotEqualTo(plain.image().pixels());
    }

    private static Patch draw(AugmentationSettings settings) {
        return new PatchSampler(20, PatchPlacement.UNIFORM, settings).sample(REGION, 3, 1, 4, 1);
    }
}
