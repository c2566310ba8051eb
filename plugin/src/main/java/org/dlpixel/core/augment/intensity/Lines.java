package org.dlpixel.core.augment.intensity;

/** Straight lines v -> a v + b over whole arrays. */
final class Lines {

    private Lines() {}

    /** a v + b for {@code count} values from {@code from}. */
    static void scaled(float[] pixels, int from, int count, float a, float b) {
        for (int i = from; i < from + count; i++) {
            pixels[i] = a * pixels[i] + b;
        }
    }

    /** a v + b, cut to 0..1. */
    static void clipped(float[] pixels, float a, float b) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.min(1, Math.max(0, a * pixels[i] + b));
        }
    }

    /** Mean of {@code count} values from {@code from}. */
    static float mean(float[] pixels, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += pixels[i];
        }
        return (float) (sum / count);
    }
}
