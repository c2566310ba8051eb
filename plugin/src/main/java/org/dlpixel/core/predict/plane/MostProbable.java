package org.dlpixel.core.predict.plane;

import org.dlpixel.core.image.FloatImage;

/** From probabilities to classes. */
final class MostProbable {

    private MostProbable() {}

    /** The most probable class of each pixel, the first of equals. */
    static void classes(FloatImage probabilities, byte[] target) {
        float[] values = probabilities.pixels();
        int plane = probabilities.width() * probabilities.height();
        for (int i = 0; i < plane; i++) {
            int best = 0;
            for (int c = 1; c < probabilities.channels(); c++) {
                best = values[c * plane + i] > values[best * plane + i] ? c : best;
            }
            target[i] = (byte) best;
        }
    }
}
