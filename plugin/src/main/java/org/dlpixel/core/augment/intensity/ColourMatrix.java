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

    /** Pixels at a time, each channel in an array of its own: compilers make vectors of that. */
    private static final int BLOCK = 1024;

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
        float[] r = new float[BLOCK];
        float[] g = new float[BLOCK];
        float[] b = new float[BLOCK];
        float[] row = new float[BLOCK];
        for (int from = 0; from < n; from += BLOCK) {
            int count = Math.min(BLOCK, n - from);
            gained(p, from, count, gain, r);
            gained(p, n + from, count, gain, g);
            gained(p, 2 * n + from, count, gain, b);
            for (int c = 0; c < 3; c++) {
                mix(c, r, g, b, offset, row);
                System.arraycopy(row, 0, p, c * n + from, count);
            }
        }
    }

    private static void gained(float[] p, int from, int count, float gain, float[] out) {
        System.arraycopy(p, from, out, 0, count);
        for (int i = 0; i < count; i++) {
            out[i] *= gain;
        }
    }

    private void mix(int c, float[] r, float[] g, float[] b, float offset, float[] out) {
        float ofR = m[3 * c];
        float ofG = m[3 * c + 1];
        float ofB = m[3 * c + 2];
        for (int i = 0; i < BLOCK; i++) {
            out[i] = ofR * r[i] + ofG * g[i] + ofB * b[i] + offset;
        }
        for (int i = 0; i < BLOCK; i++) {
            out[i] = Math.min(1, Math.max(0, out[i]));
        }
    }
}
