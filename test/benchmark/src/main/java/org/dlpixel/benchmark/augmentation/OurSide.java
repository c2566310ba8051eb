package org.dlpixel.benchmark.augmentation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures {@link Throughput} in a process of its own.
 *
 * @param seconds of measuring, after half as long for warming up, at least
 */
record OurSide(double seconds) {

    private static final int BLOCKS = 5;
    private static final double LEAST_WARM_UP = 1;

    /** Patches per second on one thread. */
    double rate(Workload workload, int size) {
        var options =
                new OptionsBuilder()
                        .include("^" + Throughput.class.getName().replace(".", "\\.") + "\\.")
                        .param("workload", workload.name())
                        .param("size", Integer.toString(size))
                        .forks(1)
                        .threads(1)
                        .warmupIterations(2)
                        .warmupTime(millis(Math.max(LEAST_WARM_UP, seconds / 2) / 2))
                        .measurementIterations(BLOCKS)
                        .measurementTime(millis(seconds / BLOCKS))
                        .jvmArgsAppend("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g")
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build();
        try {
            return new Runner(options).runSingle().getPrimaryResult().getScore();
        } catch (RunnerException e) {
            throw new IllegalStateException(workload.name() + " cannot be measured", e);
        }
    }

    private static TimeValue millis(double seconds) {
        return new TimeValue(Math.round(1000 * seconds), TimeUnit.MILLISECONDS);
    }
}
