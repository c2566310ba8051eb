package org.dlpixel.core.augment.geometry;

import org.dlpixel.core.image.IntensityRange;

/**
 * Normalises what is interpolated, in single precision: {@code min(1, max(0, (v - low) * scale))}.
 */
record UnitScale(float low, float scale) {

    static UnitScale of(IntensityRange range) {
        return new UnitScale(
                (float) range.low(), (float) (1 / (range.high() - range.low() + 1e-20)));
    }

    /** Normalises {@code count} values in place, as compilers make vectors of it. */
    void apply(float[] values, int from, int count) {
        float first = low;
        float factor = scale;
        for (int i = from; i < from + count; i++) {
            values[i] = Math.min(1, Math.max(0, (values[i] - first) * factor));
        }
    }
}
