package org.dlpixel.core.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that creates a file (its argument) and keeps a network busy until it is ended. */
final class EndlessTraining {

    private static final int PATCHES = 8;
    private static final int SIDE = 256;

    private EndlessTraining() {}

    public static void main(String[] arguments) throws IOException {
        UNetSettings settings = UNetSettings.defaults();
        float[] images = new float[PATCHES * SIDE * SIDE];
        byte[] labels = new byte[images.length];
        try (TrainableNetwork network =
                TrainableNetwork.open(settings, Weights.random(settings, 1), 1, 2)) {
            for (int i = 1; true; i++) {
                network.step(
                        images, labels, PATCHES, SIDE, SIDE, new StepSettings(i, 1e-3, 0, 1, 1));
                if (i == 2) {
                    Files.createFile(Path.of(arguments[0]));
                }
            }
        }
    }
}
