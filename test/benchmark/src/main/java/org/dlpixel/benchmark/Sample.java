package org.dlpixel.benchmark;

import java.util.Arrays;
import java.util.Collection;

/** Numbers that were measured; NaN where a statistic is undefined. */
public final class Sample {

    private final double[] sorted;

    private Sample(double[] values) {
        sorted = values;
        Arrays.sort(sorted);
    }

    public static Sample of(Collection<Double> values) {
        return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public int size() {
        return sorted.length;
    }

    /** The middle value, or the mean of the two in the middle. */
    public double median() {
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    public double mean() {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
    }

    /** Standard deviation with n - 1. */
    public double deviation() {
        double mean = mean();
        double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
        return sorted.length < 2 ? Double.NaN : Math.sqrt(squares / (sorted.length - 1));
    }

    public double least() {
        return sorted.length == 0 ? Double.NaN : sorted[0];
    }

    public double most() {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
    }
}
