package org.dlpixel.core.train.settings;

/**
 * In which portions a network sees its patches.
 *
 * @param patchSize side of a patch, pixels, 16..4096; a multiple of what the network needs
 * @param batchSize patches per step, 1..1024
 * @param epochs 1..100000; after each the held-out regions are looked at
 * @param patchesPerEpoch 1..1000000
 */
public record Portions(int patchSize, int batchSize, int epochs, int patchesPerEpoch) {

    public Portions {
        TrainingSettings.requireWithin("patch size", patchSize, 16, 4096);
        TrainingSettings.requireWithin("batch size", batchSize, 1, 1024);
        TrainingSettings.requireWithin("number of epochs", epochs, 1, 100_000);
        TrainingSettings.requireWithin(
                "number of patches per epoch", patchesPerEpoch, 1, 1_000_000);
    }

    public static Portions defaults() {
        return new Portions(96, 8, 16, 200);
    }

    public Portions withPatchSize(int value) {
        return new Portions(value, batchSize, epochs, patchesPerEpoch);
    }

    public Portions withBatchSize(int value) {
        return new Portions(patchSize, value, epochs, patchesPerEpoch);
    }

    public Portions withEpochs(int value) {
        return new Portions(patchSize, batchSize, value, patchesPerEpoch);
    }

    public Portions withPatchesPerEpoch(int value) {
        return new Portions(patchSize, batchSize, epochs, value);
    }

    /** Steps per epoch; a last, smaller batch is filled up. */
    public int stepsPerEpoch() {
        return (patchesPerEpoch + batchSize - 1) / batchSize;
    }
}
