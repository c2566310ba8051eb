package org.dlpixel.benchmark.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.dlpixel.benchmark.RawFloats;
import org.dlpixel.core.image.AtomicFile;

/**
 * A batch to train on: noise, of which 2 % are labelled. How long a step takes depends on the sizes
 * alone.
 */
final class SyntheticBatch {

    private static final double LABELLED = 0.02;
    private static final byte UNLABELLED = -1;

    private SyntheticBatch() {}

    /** Writes both files unless they are there. */
    static void write(int batch, int size, Path images, Path labels) {
        if (Files.exists(images) && Files.exists(labels)) {
            return;
        }
        SplittableRandom random = new SplittableRandom(size);
        float[] x = new float[batch * size * size];
        byte[] y = new byte[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextDouble();
            y[i] = random.nextDouble() < LABELLED ? (byte) random.nextInt(2) : UNLABELLED;
        }
        AtomicFile.write(images, RawFloats.bytes(x));
        AtomicFile.write(labels, y);
    }
}
