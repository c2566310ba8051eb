package org.dlpixel.core.augment.intensity;

import org.dlpixel.core.image.FloatImage;

/**
 * Saturation and hue as one linear map of red, green and blue that keeps grey.
 *
 * <p>In YIQ (FCC 1953) the two chromatic axes are multiplied by the saturation and turned by the
 * hue.
 *
 * @param m nine factors, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ColourMatrix(float[] m) {

    private static final double[] GREY = {0.299, 0.587, 0.114};
    private static final double[] I = {0.5959, -0.2746, -0.3213};
    private static final double[] Q = {0.2115, -0.5227, 0.3112};

    /** Red, green and blue of a unit of I and of Q: columns of the inverse of the rows above. */
    private static final double[] OF_I = column(Q, GREY);

    private static final double[] OF_Q = column(GREY, I);

    /** Cross product over the determinant of grey, I and Q. */
    private static double[] column(double[] a, double[] b) {
        double det = 0;
        double[] column = new double[3];
        for (int k = 0; k < 3; k++) {
            int l = (k + 1) % 3;
            int m = (k + 2) % 3;
            column[k] = a[l] * b[m] - a[m] * b[l];
            det += GREY[k] * (I[l] * Q[m] - I[m] * Q[l]);
        }
        for (int k = 0; k < 3; k++) {
            column[k] /= det;
        }
        return column;
    }

    /**
     * @param saturation factor
     * @param hue in turns
     */
    static ColourMatrix of(double saturation, double hue) {
        double cos = saturation * StrictMath.cos(2 * Math.PI * hue);
        double sin = saturation * StrictMath.sin(2 * Math.PI * hue);
        float[] m = new float[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                double i = cos * I[column] - sin * Q[column];
                double q = sin * I[column] + cos * Q[column];
                m[3 * row + column] = (float) (GREY[column] + OF_I[row] * i + OF_Q[row] * q);
            }
        }
        return new ColourMatrix(m);
    }

    /** Brightness and contrast first, then this; cut to 0..1. */
    void apply(FloatImage image, float brightness, float contrast) {
        float[] p = image.pixels();
        int n = image.width() * image.height();
        float mean = 0;
        for (int c = 0; c < 3; c++) {
            mean += (float) GREY[c] * Lines.mean(p, c * n, n);
        }
        float gain = brightness * contrast;
        // grey is kept by the matrix, so that the offset can be added behind it
        float offset = brightness * (1 - contrast) * mean;
        for (int i = 0; i < n; i++) {
            float r = gain * p[i];
            float g = gain * p[n + i];
            float b = gain * p[2 * n + i];
            p[i] = unit(m[0] * r + m[1] * g + m[2] * b + offset);
            p[n + i] = unit(m[3] * r + m[4] * g + m[5] * b + offset);
            p[2 * n + i] = unit(m[6] * r + m[7] * g + m[8] * b + offset);
        }
    }

    private static float unit(float v) {
        return Math.min(1, Math.max(0, v));
    }
}
