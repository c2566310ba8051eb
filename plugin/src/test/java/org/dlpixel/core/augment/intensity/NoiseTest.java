package org.dlpixel.core.augment.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoiseTest {

    private static final int MANY = 400_000;

    @Test
    void normalDeviatesAreNormal() {
        float[] values = new float[MANY];
        new Noise(5).add(values, 1);
        double mean = 0;
        double square = 0;
        double fourth = 0;
        int[] below = new int[3];
        for (float v : values) {
            mean += v / MANY;
            square += (double) v * v / MANY;
            fourth += (double) v * v * v * v / MANY;
            below[0] += v < -1.959964 ? 1 : 0;
            below[1] += v < 0 ? 1 : 0;
            below[2] += v < 1 ? 1 : 0;
        }
        assertThat(mean).isCloseTo(0, within(0.006));
        assertThat(square).isCloseTo(1, within(0.01));
        assertThat(fourth).isCloseTo(3, within(0.08));
        assertThat((double) below[0] / MANY).isCloseTo(0.025, within(0.001));
        assertThat((double) below[1] / MANY).isCloseTo(0.5, within(0.003));
        assertThat((double) below[2] / MANY).isCloseTo(0.841345, within(0.003));
    }

    @Test
    void countsOfPhotonsFollowThePoissonDistribution() {
        for (double mean : new double[] {0.02, 0.9, 4.3, 9.9, 10.1, 27, 150}) {
            float[] values = new float[MANY];
            Arrays.fill(values, (float) (mean / 200));
            new Photons(8).count(values, 200);
            int[] histogram = new int[400];
            for (float v : values) {
                histogram[Math.round(v * 200)]++;
            }
            double p = Math.exp(-mean);
            double expected = 0;
            double found = 0;
            for (int k = 0; k < 400; k++) {
                expected += p;
                found += (double) histogram[k] / MANY;
                assertThat(found).as("%s: at most %s", mean, k).isCloseTo(expected, within(0.003));
                p *= mean / (k + 1);
            }
        }
    }

    @Test
    void darknessHasNoPhotons() {
        float[] values = {0, -0.5f, 0, -1e-9f};
        new Photons(1).count(values, 1000);
        assertThat(values).containsOnly(0);
    }

    @Test
    void theSameSeedGivesTheSameNoiseHoweverManyPixels() {
        float[] few = new float[13];
        float[] more = new float[64];
        new Noise(3).add(few, 0.1f);
        new Noise(3).add(more, 0.1f);
        assertThat(few).isEqualTo(Arrays.copyOf(more, 13));
    }
}
