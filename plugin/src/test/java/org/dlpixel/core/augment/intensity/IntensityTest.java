package org.dlpixel.core.augment.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class IntensityTest {

    @Test
    void gammaIsAPower() {
        for (double gamma : new double[] {0.8, 1, 1.2}) {
            float[] pixels = new float[4001];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (i - 500) / 2000f;
            }
            float[] raised = pixels.clone();
            Gamma.power(raised, gamma);
            for (int i = 0; i < pixels.length; i++) {
                assertThat(raised[i])
                        .isCloseTo((float) Math.pow(Math.max(0, pixels[i]), gamma), within(2e-4f));
            }
        }
    }

    @Test
    void brightnessAndContrastAreLinearAndWithinTheirLimits() {
        SplittableRandom random = new SplittableRandom(1);
        BrightnessContrast free = new BrightnessContrast(1, 0.2, 0.1, false);
        for (int i = 0; i < 500; i++) {
            float[] pixels = {0, 1, 2};
            apply(free, pixels, random);
            assertThat(pixels[0]).isBetween(-0.1f, 0.1f);
            assertThat(pixels[1] - pixels[0]).isBetween(0.8f, 1.2f);
            assertThat(pixels[2] - pixels[1]).isCloseTo(pixels[1] - pixels[0], within(1e-5f));
        }
    }

    @Test
    void clippedBrightnessStaysInTheUnitRange() {
        SplittableRandom random = new SplittableRandom(1);
        BrightnessContrast clipped = new BrightnessContrast(1, 0.5, 0.5, true);
        for (int i = 0; i < 100; i++) {
            float[] pixels = {0, 0.5f, 1};
            apply(clipped, pixels, random);
            for (float v : pixels) {
                assertThat(v).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void probabilityIsTheShareOfChangedPatches() {
        SplittableRandom random = new SplittableRandom(1);
        Gamma gamma = new Gamma(0.8, 0.2);
        int changed = 0;
        for (int i = 0; i < 2000; i++) {
            float[] pixels = {0.5f};
            apply(gamma, pixels, random);
            changed += pixels[0] == 0.5f ? 0 : 1;
        }
        assertThat(changed).isBetween(1530, 1670);
    }

    @Test
    void presetsAreFoundByName() {
        assertThat(AugmentationSettings.preset(" original "))
                .isEqualTo(AugmentationSettings.ORIGINAL);
        assertThatThrownBy(() -> AugmentationSettings.preset("strongest"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "Illegal augmentation preset: 'strongest', must be None, Flips, Original,"
                                + " Light, Standard, Light-sheet, Strong.");
    }

    private static void apply(
            IntensityAugmentation augmentation, float[] pixels, SplittableRandom random) {
        int n = pixels.length;
        FloatImage image = new FloatImage(n, 1, 1, pixels);
        LabelMask labels = new LabelMask(n, 1, new byte[n]);
        augmentation.draw(random, n, 1).ifPresent(change -> change.apply(image, labels));
    }
}
