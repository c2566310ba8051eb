package org.dlpixel.core.train;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * How long and in which portions a network is trained.
 *
 * @param patchSize side of a patch, pixels, 16..4096; a multiple of what the network needs
 * @param batchSize patches per step, 1..1024
 * @param epochs 1..100000; after each the held-out regions are looked at
 * @param patchesPerEpoch 1..1000000
 * @param objective the loss
 * @param optimiser AdamW and its schedule
 * @param minutes time limit of the training, above 0; infinite for none. If the first steps show
 *     that the epochs do not fit, there are fewer; the best model so far is kept
 * @param seed of everything random
 * @param threads threads per operation, 1..1024
 */
public record TrainingSettings(
        int patchSize,
        int batchSize,
        int epochs,
        int patchesPerEpoch,
        Objective objective,
        OptimiserSettings optimiser,
        double minutes,
        long seed,
        int threads) {

    public TrainingSettings {
        requireWithin("patch size", patchSize, 16, 4096);
        requireWithin("batch size", batchSize, 1, 1024);
        requireWithin("number of epochs", epochs, 1, 100_000);
        requireWithin("number of patches per epoch", patchesPerEpoch, 1, 1_000_000);
        requireWithin("number of threads", threads, 1, 1024);
        if (!(minutes > 0)) {
            throw InvalidInput.of("time limit", minutes + " minutes", "above 0");
        }
    }

    /** The defaults, with a thread per processor and no time limit. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(
                96,
                8,
                16,
                200,
                Objective.defaults(),
                OptimiserSettings.defaults(),
                Double.POSITIVE_INFINITY,
                1,
                Runtime.getRuntime().availableProcessors());
    }

    public TrainingSettings withPatchSize(int value) {
        return new TrainingSettings(
                value,
                batchSize,
                epochs,
                patchesPerEpoch,
                objective,
                optimiser,
                minutes,
                seed,
                threads);
    }

    public TrainingSettings withBatchSize(int value) {
        return new TrainingSettings(
                patchSize,
                value,
                epochs,
                patchesPerEpoch,
                objective,
                optimiser,
                minutes,
                seed,
                threads);
    }

    public TrainingSettings withEpochs(int value) {
        return new TrainingSettings(
                patchSize,
                batchSize,
                value,
                patchesPerEpoch,
                objective,
                optimiser,
                minutes,
                seed,
                threads);
    }

    public TrainingSettings withPatchesPerEpoch(int value) {
        return new TrainingSettings(
                patchSize, batchSize, epochs, value, objective, optimiser, minutes, seed, threads);
    }

    public TrainingSettings withObjective(Objective value) {
        return new TrainingSettings(
                patchSize,
                batchSize,
                epochs,
                patchesPerEpoch,
                value,
                optimiser,
                minutes,
                seed,
                threads);
    }

    public TrainingSettings withOptimiser(OptimiserSettings value) {
        return new TrainingSettings(
                patchSize,
                batchSize,
                epochs,
                patchesPerEpoch,
                objective,
                value,
                minutes,
                seed,
                threads);
    }

    public TrainingSettings withMinutes(double value) {
        return new TrainingSettings(
                patchSize,
                batchSize,
                epochs,
                patchesPerEpoch,
                objective,
                optimiser,
                value,
                seed,
                threads);
    }

    public TrainingSettings withSeed(long value) {
        return new TrainingSettings(
                patchSize,
                batchSize,
                epochs,
                patchesPerEpoch,
                objective,
                optimiser,
                minutes,
                value,
                threads);
    }

    public TrainingSettings withThreads(int value) {
        return new TrainingSettings(
                patchSize,
                batchSize,
                epochs,
                patchesPerEpoch,
                objective,
                optimiser,
                minutes,
                seed,
                value);
    }

    /** Steps per epoch; a last, smaller batch is filled up. */
    public int stepsPerEpoch() {
        return (patchesPerEpoch + batchSize - 1) / batchSize;
    }

    private static void requireWithin(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw InvalidInput.of(name, value, "between " + min + " and " + max);
        }
    }
}
