package org.dlpixel.core.network.bioimage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dlpixel.core.network.process.Binarize;
import org.dlpixel.core.network.process.Clip;
import org.dlpixel.core.network.process.PixelStep;
import org.dlpixel.core.network.process.ScaleLinear;
import org.dlpixel.core.network.process.ScaleRange;
import org.dlpixel.core.network.process.Sigmoid;
import org.dlpixel.core.network.process.Softmax;
import org.dlpixel.core.network.process.ZeroMeanUnitVariance;

/**
 * Reads the processing of a tensor; steps of specification 0.4 are named by {@code name} and those
 * of 0.5 by {@code id}. What is not known is refused.
 *
 * @param channel what the channel axis is called
 * @param tensor the tensor's own name
 */
record ProcessingReader(String channel, String tensor) {

    private static final double EPSILON = 1e-6;
    private static final String STANDARDISE = "zero_mean_unit_variance";
    private static final String STANDARDISE_FIXED = "fixed_zero_mean_unit_variance";
    private static final Set<String> FLOATS = Set.of("float32", "float64");

    /**
     * What is done before the network. It is given 32-bit floats.
     *
     * @param type of the raw pixels
     */
    List<PixelStep> input(Field steps, Field type) {
        boolean typed = steps.list().stream().anyMatch(ProcessingReader::isTyping);
        if (!typed && type.isPresent() && !FLOATS.contains(type.text())) {
            throw type.illegal("float32");
        }
        return output(steps);
    }

    List<PixelStep> output(Field steps) {
        List<PixelStep> out = new ArrayList<>();
        for (Field step : steps.list()) {
            if (isTyping(step)) {
                requireFloats(step.get("kwargs").get("dtype"));
            } else {
                out.add(step(step));
            }
        }
        return out;
    }

    private static boolean isTyping(Field step) {
        return name(step).equals("ensure_dtype");
    }

    /** All is computed in 32-bit floats, so nothing is to be done. */
    private static void requireFloats(Field type) {
        if (!FLOATS.contains(type.text())) {
            throw type.illegal("float32");
        }
    }

    private static String name(Field step) {
        return step.get(step.get("id").isPresent() ? "id" : "name").text();
    }

    private PixelStep step(Field step) {
        Field kwargs = step.get("kwargs");
        return switch (name(step)) {
            case "scale_linear" -> scaleLinear(kwargs);
            case "scale_range" -> scaleRange(kwargs);
            case STANDARDISE -> standardise(kwargs);
            case STANDARDISE_FIXED -> fixed(kwargs);
            case "clip" -> clip(kwargs);
            case "binarize" -> binarize(kwargs);
            case "sigmoid" -> new Sigmoid();
            case "softmax" -> softmax(kwargs);
            default -> throw step.illegal("a kind of processing that is known here");
        };
    }

    private PixelStep scaleLinear(Field kwargs) {
        requireChannel(kwargs.get("axis"));
        return new ScaleLinear(kwargs.get("gain").numbers(1), kwargs.get("offset").numbers(0));
    }

    private PixelStep scaleRange(Field kwargs) {
        Field reference = kwargs.get("reference_tensor");
        if (reference.isPresent() && !reference.text().equals(tensor)) {
            throw reference.illegal("the tensor itself, " + tensor);
        }
        requirePerSample(kwargs.get("mode"));
        return new ScaleRange(
                kwargs.get("min_percentile").number(0),
                kwargs.get("max_percentile").number(100),
                kwargs.get("eps").number(EPSILON),
                isPerChannel(kwargs.get("axes")));
    }

    private PixelStep standardise(Field kwargs) {
        if (kwargs.get("mean").isPresent()) {
            return fixed(kwargs);
        }
        requirePerSample(kwargs.get("mode"));
        return new ZeroMeanUnitVariance(
                kwargs.get("eps").number(EPSILON), isPerChannel(kwargs.get("axes")));
    }

    /** (v - mean) / std, one or one per channel. */
    private PixelStep fixed(Field kwargs) {
        requireChannel(kwargs.get("axis"));
        Field std = kwargs.get("std");
        List<Double> means = kwargs.get("mean").numbers(0);
        List<Double> deviations = std.numbers(1);
        if (means.size() != deviations.size() || deviations.stream().anyMatch(d -> d <= 0)) {
            throw std.illegal("as many as the means, above 0");
        }
        List<Double> gain = deviations.stream().map(d -> 1 / d).toList();
        List<Double> offset = new ArrayList<>();
        for (int i = 0; i < means.size(); i++) {
            offset.add(-means.get(i) / deviations.get(i));
        }
        return new ScaleLinear(gain, offset);
    }

    private static PixelStep clip(Field kwargs) {
        for (String key : List.of("min_percentile", "max_percentile")) {
            if (kwargs.get(key).isPresent()) {
                throw kwargs.get(key).illegal("absent: clip knows fixed limits only");
            }
        }
        return new Clip(
                kwargs.get("min").number(Double.NEGATIVE_INFINITY),
                kwargs.get("max").number(Double.POSITIVE_INFINITY));
    }

    private PixelStep binarize(Field kwargs) {
        requireChannel(kwargs.get("axis"));
        return new Binarize(kwargs.get("threshold").numbers(0));
    }

    private PixelStep softmax(Field kwargs) {
        requireChannel(kwargs.get("axis"));
        return new Softmax();
    }

    private void requireChannel(Field axis) {
        if (axis.isPresent() && !axis.text().equals(channel)) {
            throw axis.illegal(channel);
        }
    }

    private static void requirePerSample(Field mode) {
        if (mode.isPresent() && !mode.text().equals("per_sample")) {
            throw mode.illegal("per_sample");
        }
    }

    /** Axes that are taken together: y and x, and perhaps the channels. */
    private boolean isPerChannel(Field axes) {
        if (!axes.isPresent()) {
            return false;
        }
        List<String> names =
                axes.isList()
                        ? axes.list().stream().map(Field::text).toList()
                        : List.of(axes.text().split(""));
        if (!names.contains("y") || !names.contains("x")) {
            throw axes.illegal("with both y and x");
        }
        return !names.contains(channel);
    }
}
