package org.dlpixel.core.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How the values of a tensor start: PyTorch's defaults. */
sealed interface Initial {

    /** Fills {@code count} values from {@code offset}. */
    void fill(float[] values, int offset, int count, SplittableRandom random);

    /** The same everywhere. */
    record Constant(float value) implements Initial {
        @Override
        public void fill(float[] values, int offset, int count, SplittableRandom random) {
            Arrays.fill(values, offset, offset + count, value);
        }
    }

    /**
     * Uniform within +-bound. PyTorch's default for convolutions, weights and biases alike, is
     * bound = 1 / sqrt(fan in) (He et al. 2015, "Delving deep into rectifiers", with a = sqrt 5).
     */
    record Uniform(double bound) implements Initial {

        static Uniform fanIn(int fanIn) {
            return new Uniform(1 / Math.sqrt(fanIn));
        }

        @Override
        public void fill(float[] values, int offset, int count, SplittableRandom random) {
            for (int i = offset; i < offset + count; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
        }
    }
}
