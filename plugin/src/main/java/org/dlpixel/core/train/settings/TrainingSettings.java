package org.dlpixel.core.train.settings;

import java.util.function.UnaryOperator;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.Execution;

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
 * @param execution threads per operation, device and precision; held-out regions are always looked
 *     at in float32. Only on the processor do two trainings give the same bits
 */
public record TrainingSettings(
        Portions portions,
        Objective objective,
        OptimiserSettings optimiser,
        Budget budget,
        long seed,
        Execution execution) {

    /** The defaults, in float32 on the processor, with a thread per core and no limit. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(
                Portions.defaults(),
                Objective.defaults(),
                OptimiserSettings.defaults(),
                Budget.UNLIMITED,
                1,
                Execution.onCpu(Runtime.getRuntime().availableProcessors()));
    }

    public TrainingSettings withPortions(UnaryOperator<Portions> change) {
        return new TrainingSettings(
                change.apply(portions), objective, optimiser, budget, seed, execution);
    }

    public TrainingSettings withObjective(Objective value) {
        return new TrainingSettings(portions, value, optimiser, budget, seed, execution);
    }

    public TrainingSettings withOptimiser(OptimiserSettings value) {
        return new TrainingSettings(portions, objective, value, budget, seed, execution);
    }

    public TrainingSettings withBudget(UnaryOperator<Budget> change) {
        return new TrainingSettings(
                portions, objective, optimiser, change.apply(budget), seed, execution);
    }

    public TrainingSettings withSeed(long value) {
        return new TrainingSettings(portions, objective, optimiser, budget, value, execution);
    }

    public TrainingSettings withExecution(Execution value) {
        return new TrainingSettings(portions, objective, optimiser, budget, seed, value);
    }

    /** The same device and precision with so many threads, 1..1024. */
    public TrainingSettings withThreads(int value) {
        return withExecution(new Execution(value, execution.device(), execution.precision()));
    }

    /** Threads per operation. */
    public int threads() {
        return execution.threads();
    }

    static void requireWithin(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw InvalidInput.of(name, value, "between " + min + " and " + max);
        }
    }
}
