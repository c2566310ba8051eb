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

    /**
     * Mean of {@code count} values from {@code from}: that of their sum in this order, in double
     * precision. Four partial sums are faster; they are taken where the order cannot matter.
     */
    static float mean(float[] pixels, int from, int count) {
        double absolute = 0;
        int end = from + count;
        int i = from;
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (; i < end - 3; i += 4) {
            float a = pixels[i];
            float b = pixels[i + 1];
            float c = pixels[i + 2];
            float d = pixels[i + 3];
            first += a;
            second += b;
            third += c;
            fourth += d;
            absolute += Math.abs(a) + Math.abs(b) + (Math.abs(c) + Math.abs(d));
        }
        for (; i < end; i++) {
            first += pixels[i];
            absolute += Math.abs(pixels[i]);
        }
        double sum = first + second + (third + fourth);
        // each of both sums errs by at most count / 2^53 of the absolute values
        double error = 2.5 * count * 0x1p-53 * absolute;
        float low = (float) ((sum - error) / count);
        boolean sure = low == (float) ((sum + error) / count);
        return sure ? low : inOrder(pixels, from, count);
    }

    private static float inOrder(float[] pixels, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += pixels[i];
        }
        return (float) (sum / count);
    }
}
