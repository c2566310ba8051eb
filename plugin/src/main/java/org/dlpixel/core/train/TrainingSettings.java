package org.dlpixel.core.train;

import java.util.function.UnaryOperator;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * How a network is trained. Every part is a record of its own that checks itself:
 *
 * <pre>
 * TrainingSettings.defaults()
 *     .withPortions(portions -&gt; portions.withPatchSize(128).withEpochs(20))
 *     .withBudget(budget -&gt; budget.withMinutes(10))
 * </pre>
 *
 * @param portions patches, batches and epochs
 * @param objective the loss
 * @param optimiser AdamW and its schedule
 * @param budget what ends the training early
 * @param seed of everything random
 * @param threads threads per operation, 1..1024
 */
public record TrainingSettings(
        Portions portions,
        Objective objective,
        OptimiserSettings optimiser,
        Budget budget,
        long seed,
        int threads) {

    public TrainingSettings {
        requireWithin("number of threads", threads, 1, 1024);
    }

    /** The defaults, with a thread per processor and no limit. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(
                Portions.defaults(),
                Objective.defaults(),
                OptimiserSettings.defaults(),
                Budget.UNLIMITED,
                1,
                Runtime.getRuntime().availableProcessors());
    }

    public TrainingSettings withPortions(UnaryOperator<Portions> change) {
        return new TrainingSettings(
                change.apply(portions), objective, optimiser, budget, seed, threads);
    }

    public TrainingSettings withObjective(Objective value) {
        return new TrainingSettings(portions, value, optimiser, budget, seed, threads);
    }

    public TrainingSettings withOptimiser(OptimiserSettings value) {
        return new TrainingSettings(portions, objective, value, budget, seed, threads);
    }

    public TrainingSettings withBudget(UnaryOperator<Budget> change) {
        return new TrainingSettings(
                portions, objective, optimiser, change.apply(budget), seed, threads);
    }

    public TrainingSettings withSeed(long value) {
        return new TrainingSettings(portions, objective, optimiser, budget, value, threads);
    }

    public TrainingSettings withThreads(int value) {
        return new TrainingSettings(portions, objective, optimiser, budget, seed, value);
    }

    static void requireWithin(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw InvalidInput.of(name, value, "between " + min + " and " + max);
        }
    }
}
