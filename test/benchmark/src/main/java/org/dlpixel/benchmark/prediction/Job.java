package org.dlpixel.benchmark.prediction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.network.UNetSettings;

/**
 * What a process has to segment, passed as {@code key=value} arguments to Java and Python alike.
 *
 * @param network residual U-Net with one channel
 * @param model package for Java; the weights for Python lie beside it, see {@link #weights}
 * @param volume TIFF stack
 * @param output TIFF stack of class indices, uint8
 * @param slices how many of the volume's first slices
 * @param threads per operation
 */
record Job(UNetSettings network, Path model, Path volume, Path output, int slices, int threads) {

    /** Side of Python's windows, their overlap and their importance: those of the original. */
    static final int ROI = 1024;

    static final double OVERLAP = 0.25;

    static final double LOW_PERCENTILE = 1;
    static final double HIGH_PERCENTILE = 99.8;

    Job withOutput(Path other) {
        return new Job(network, model, volume, other, slices, threads);
    }

    Job withThreads(int number) {
        return new Job(network, model, volume, output, slices, number);
    }

    /** Float32, little-endian, as in a state_dict. */
    static Path weights(Path model) {
        return model.resolveSibling(model.getFileName() + ".f32");
    }

    List<String> arguments() {
        List<String> all = new ArrayList<>();
        all.add("depth=" + network.depth());
        all.add("features=" + network.baseFeatures());
        all.add("classes=" + network.classes());
        all.add("model=" + model);
        all.add("weights=" + weights(model));
        all.add("volume=" + volume);
        all.add("output=" + output);
        all.add("slices=" + slices);
        all.add("threads=" + threads);
        all.add("roi=" + ROI);
        all.add("overlap=" + OVERLAP);
        all.add("low=" + LOW_PERCENTILE);
        all.add("high=" + HIGH_PERCENTILE);
        return all;
    }

    static Job parse(List<String> arguments) {
        Map<String, String> values = values(arguments);
        UNetSettings network =
                UNetSettings.defaults()
                        .withDepth(Integer.parseInt(values.get("depth")))
                        .withBaseFeatures(Integer.parseInt(values.get("features")))
                        .withClasses(Integer.parseInt(values.get("classes")));
        return new Job(
                network,
                Path.of(values.get("model")),
                Path.of(values.get("volume")),
                Path.of(values.get("output")),
                Integer.parseInt(values.get("slices")),
                Integer.parseInt(values.get("threads")));
    }

    static Map<String, String> values(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            values.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return values;
    }
}
