package org.dlpixel.core.tile;

import java.util.Arrays;

/** How much a pixel of a window counts where windows overlap, as in MONAI. */
public enum Importance {

    /** All pixels alike. */
    CONSTANT {
        @Override
        public float[] map(int width, int height) {
            float[] map = new float[width * height];
            Arrays.fill(map, 1);
            return map;
        }
    },

    /**
     * Less towards the border: exp(-t^2 / (2 s^2)) along each axis with t = distance from the
     * window's centre and s = side / 8, multiplied, not normalised, and never below the larger of
     * the map's minimum and 0.001.
     */
    GAUSSIAN {
        @Override
        public float[] map(int width, int height) {
            double[] x = bell(width);
            double[] y = bell(height);
            float[] map = new float[width * height];
            for (int i = 0; i < map.length; i++) {
                map[i] = (float) (y[i / width] * x[i % width]);
            }
            float floor = Math.max(minimum(map), FLOOR);
            for (int i = 0; i < map.length; i++) {
                map[i] = Math.max(map[i], floor);
            }
            return map;
        }
    };

    private static final double SIGMA_PER_SIDE = 0.125;
    private static final float FLOOR = 1e-3f;

    /** One value per pixel of a window, (height, width), each above 0. */
    public abstract float[] map(int width, int height);

    private static float minimum(float[] values) {
        float minimum = Float.POSITIVE_INFINITY;
        for (float v : values) {
            minimum = Math.min(minimum, v);
        }
        return minimum;
    }

    private static double[] bell(int side) {
        double sigma = SIGMA_PER_SIDE * side;
        double[] values = new double[side];
        for (int i = 0; i < side; i++) {
            double t = i - (side - 1) / 2.0;
            values[i] = Math.exp(-t * t / (2 * sigma * sigma));
        }
        return values;
    }
}
