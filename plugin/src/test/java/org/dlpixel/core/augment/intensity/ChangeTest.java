package org.dlpixel.core.augment.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;

class ChangeTest {

    private static final int SIDE = 48;

    @Example
    void blurKeepsTheMeanAndSpreadsAPointAsAGaussian() {
        FloatImage image = FloatImage.zeros(SIDE, SIDE, 1);
        image.pixels()[24 * SIDE + 24] = 1;
        float[] smooth = new Smoother(1.5).smooth(image);
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < smooth.length; i++) {
            sum += smooth[i];
            variance += smooth[i] * (i % SIDE - 24) * (i % SIDE - 24);
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
        assertThat(variance).isCloseTo(2.25, within(0.08));
    }

    @Example
    void blurMirrorsAtTheBorders() {
        FloatImage image = FloatImage.zeros(5, 3, 2);
        Arrays.fill(image.pixels(), 0.25f);
        for (float v : new Smoother(4).smooth(image)) {
            assertThat(v).isCloseTo(0.25f, within(1e-6f));
        }
    }

    @Property(tries = 30, seed = "42")
    void invertingTwiceChangesNothing(@ForAll long seed) {
        FloatImage image = noise(2, seed);
        FloatImage twice = noise(2, seed);
        Change change = draw(new Invert(1), seed, 2);
        change.apply(twice, labels());
        change.apply(twice, labels());
        assertThat(twice.pixels()).containsExactly(image.pixels(), within(1e-6f));
    }

    @Property(tries = 50, seed = "42")
    void shadingAndStripesOnlyMultiplyWithinTheirLimits(@ForAll long seed) {
        FloatImage flat = FloatImage.zeros(SIDE, SIDE, 2);
        Arrays.fill(flat.pixels(), 1);
        draw(new Shading(1, 0.4), seed, 2).apply(flat, labels());
        for (float v : flat.pixels()) {
            assertThat(v).isBetween(0.55f, 1.45f);
        }
        assertThat(flat.channels(0, 1).pixels()).isEqualTo(flat.channels(1, 2).pixels());

        Arrays.fill(flat.pixels(), 1);
        draw(new Stripes(1, Stripes.Direction.X, 1, 3, 0.5), seed, 2).apply(flat, labels());
        for (float v : flat.pixels()) {
            assertThat(v).isBetween(0.5f, 1f);
        }
    }

    @Example
    void stripesAlongXChangeMoreFromRowToRowThanWithinARow() {
        assertThat(roughness(Stripes.Direction.X)).isLessThan(0.3);
        assertThat(1 / roughness(Stripes.Direction.Y)).isLessThan(0.3);
    }

    @Property(tries = 50, seed = "42")
    void greyStaysGreyAndColoursStayInRange(@ForAll long seed) {
        FloatImage grey = FloatImage.zeros(SIDE, SIDE, 3);
        for (int i = 0; i < grey.pixels().length; i++) {
            grey.pixels()[i] = i % (SIDE * SIDE) / (float) (SIDE * SIDE);
        }
        draw(new ColourJitter(1, 0.5, 0.2, 0.5, 0.5), seed, 3).apply(grey, labels());
        assertThat(grey.channels(0, 1).pixels())
                .containsExactly(grey.channels(2, 3).pixels(), within(1e-4f));

        FloatImage colours = noise(3, seed);
        draw(new ColourJitter(1, 0.5, 0.2, 0.5, 0.5), seed, 3).apply(colours, labels());
        for (float v : colours.pixels()) {
            assertThat(v).isBetween(0f, 1f);
        }
    }

    @Example
    void coloursWithoutJitterStay() {
        FloatImage colours = noise(3, 4);
        draw(new ColourJitter(1, 0, 0, 0, 0), 1, 3).apply(colours, labels());
        assertThat(colours.pixels()).containsExactly(noise(3, 4).pixels(), within(1e-5f));
    }

    @Property(tries = 100, seed = "42")
    void aCutOutIgnoresWhatItCoversButLeavesEveryClass(@ForAll long seed) {
        LabelMask labels = labels();
        FloatImage image = noise(1, seed);
        draw(new CutOut(1, 20, 0.5), seed, 1).apply(image, labels);
        assertThat(labels.histogram(3)[1]).isEqualTo(1);
        assertThat(labels.histogram(3)[2]).isEqualTo(1);
        float[] before = noise(1, seed).pixels();
        for (int i = 0; i < before.length; i++) {
            boolean covered = labels.classes()[i] == LabelMask.IGNORE;
            assertThat(image.pixels()[i] != before[i]).isEqualTo(covered);
        }
    }

    @Example
    void everyChangeIsTheSameWheneverItIsApplied() {
        for (IntensityAugmentation augmentation :
                List.of(
                        new GaussianNoise(1, 0.1),
                        new PoissonNoise(1, 20),
                        new Sharpen(1, 2, 1),
                        new Gamma(1, 0.5))) {
            Change change = draw(augmentation, 3, 1);
            FloatImage once = noise(1, 6);
            FloatImage again = noise(1, 6);
            change.apply(once, labels());
            change.apply(again, labels());
            assertThat(once.pixels()).isEqualTo(again.pixels()).isNotEqualTo(noise(1, 6).pixels());
        }
    }

    private static double roughness(Stripes.Direction direction) {
        FloatImage flat = FloatImage.zeros(SIDE, SIDE, 1);
        Arrays.fill(flat.pixels(), 1);
        draw(new Stripes(1, direction, 8, 2, 0.5), 5, 1).apply(flat, labels());
        double within = 0;
        double across = 0;
        for (int i = 0; i < SIDE - 1; i++) {
            for (int j = 0; j < SIDE - 1; j++) {
                within += Math.abs(flat.at(i + 1, j, 0) - flat.at(i, j, 0));
                across += Math.abs(flat.at(i, j + 1, 0) - flat.at(i, j, 0));
            }
        }
        return within / across;
    }

    private static Change draw(IntensityAugmentation augmentation, long seed, int channels) {
        return augmentation.draw(new SplittableRandom(seed), SIDE, channels).orElseThrow();
    }

    private static FloatImage noise(int channels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FloatImage image = FloatImage.zeros(SIDE, SIDE, channels);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = (float) random.nextDouble();
        }
        return image;
    }

    /** Everything is class 0 but for one pixel each of classes 1 and 2. */
    private static LabelMask labels() {
        byte[] classes = new byte[SIDE * SIDE];
        classes[700] = 1;
        classes[1500] = 2;
        return new LabelMask(SIDE, SIDE, classes);
    }
}
