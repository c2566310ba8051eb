package org.dlpixel.core.train.settings;

/** How the learning rate goes after the warm-up. */
public enum RateCourse {

    /** Falls along a half cosine to 0 (Loshchilov and Hutter 2017, "SGDR"). */
    COSINE {
        @Override
        double factor(long step, long steps) {
            return 0.5 * (1 + Math.cos(Math.PI * step / steps));
        }
    },

    /** Stays. */
    CONSTANT {
        @Override
        double factor(long step, long steps) {
            return 1;
        }
    };

    /** Share of the highest rate in step 0..steps - 1. */
    abstract double factor(long step, long steps);
}
