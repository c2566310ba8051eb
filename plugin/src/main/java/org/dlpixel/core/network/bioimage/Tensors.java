package org.dlpixel.core.network.bioimage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Normalization.Scope;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.ReceptiveField;

/**
 * The model's input and output as the description states them: raw intensities (batch, channel, y,
 * x) that become class probabilities of the same size.
 */
final class Tensors {

    private static final String INPUT = "raw";
    private static final String OUTPUT = "probabilities";
    private static final double EPSILON = 1e-20;

    private final ModelMetadata metadata;

    Tensors(ModelMetadata metadata) {
        this.metadata = metadata;
    }

    /** Context that is to be cut off on every side; a multiple of {@link #step}. */
    static int halo(ModelMetadata metadata) {
        ReceptiveField field = metadata.receptiveField();
        return Math.max(field.before(), field.after());
    }

    /** Sides are {@link #minimum} plus a multiple of it. */
    static int step(ModelMetadata metadata) {
        return metadata.receptiveField().multiple();
    }

    /** The smallest side from which something is left when the halo is cut off. */
    static int minimum(ModelMetadata metadata) {
        return 2 * halo(metadata) + step(metadata);
    }

    Map<String, Object> input(Map<String, Object> testTensor) {
        boolean alone = metadata.context().neighbours() == 0;
        Map<String, Object> tensor = new LinkedHashMap<>();
        tensor.put("id", INPUT);
        tensor.put(
                "description",
                alone
                        ? "raw intensities of one slice"
                        : "raw intensities of one slice (z) and its neighbours, as channels in order"
                                + " of z");
        tensor.put("axes", axes(inputNames(), this::inputAxis));
        tensor.put("data", map("type", "float32"));
        tensor.put("test_tensor", testTensor);
        tensor.put("preprocessing", preprocessing());
        return tensor;
    }

    /** Image channels, for each slice that the network sees. */
    private List<String> inputNames() {
        int channels = metadata.imageChannels();
        int neighbours = metadata.context().neighbours();
        return IntStream.rangeClosed(-neighbours, neighbours)
                .boxed()
                .flatMap(
                        z ->
                                IntStream.range(0, channels)
                                        .mapToObj(
                                                c ->
                                                        "intensity"
                                                                + (channels == 1 ? "" : "_" + c)
                                                                + slice(z)))
                .toList();
    }

    /** What is added to the names of a neighbouring slice's channels. */
    private static String slice(int z) {
        return z == 0 ? "" : (z < 0 ? "_z_minus_" : "_z_plus_") + Math.abs(z);
    }

    Map<String, Object> output(Map<String, Object> testTensor) {
        Map<String, Object> data = map("type", "float32");
        data.put("range", List.of(0.0, 1.0));
        Map<String, Object> tensor = new LinkedHashMap<>();
        tensor.put("id", OUTPUT);
        tensor.put("description", "probability of every class, background first");
        tensor.put("axes", axes(Identifiers.of(metadata.classes().names()), this::outputAxis));
        tensor.put("data", data);
        tensor.put("test_tensor", testTensor);
        tensor.put("postprocessing", List.of(step("softmax", map("axis", "channel"))));
        return tensor;
    }

    /** The axis along x or y. */
    private interface SpaceAxis {
        Map<String, Object> of(String id);
    }

    private static List<Map<String, Object>> axes(List<String> channels, SpaceAxis space) {
        Map<String, Object> channel = map("type", "channel");
        channel.put("channel_names", channels);
        return List.of(map("type", "batch"), channel, space.of("y"), space.of("x"));
    }

    private Map<String, Object> inputAxis(String id) {
        Map<String, Object> size = map("min", minimum(metadata));
        size.put("step", step(metadata));
        Map<String, Object> axis = map("type", "space");
        axis.put("id", id);
        axis.put("size", size);
        return axis;
    }

    private Map<String, Object> outputAxis(String id) {
        Map<String, Object> size = map("tensor_id", INPUT);
        size.put("axis_id", id);
        Map<String, Object> axis = map("type", "space");
        axis.put("id", id);
        axis.put("size", size);
        axis.put("halo", halo(metadata));
        return axis;
    }

    /** Scaling to 0..1, then clipping. Other programs see one slice at a time, never the volume. */
    private List<Map<String, Object>> preprocessing() {
        List<Map<String, Object>> steps = new ArrayList<>();
        Normalization normalization = metadata.normalization();
        if (normalization.scope() != Scope.FIXED) {
            steps.add(step("scale_range", percentiles(normalization)));
        } else if (!normalization.fixed().equals(IntensityRange.UNIT)) {
            steps.add(step("scale_linear", linear(normalization.fixed())));
        }
        Map<String, Object> clip = map("min", 0.0);
        clip.put("max", 1.0);
        steps.add(step("clip", clip));
        return steps;
    }

    private static Map<String, Object> percentiles(Normalization normalization) {
        double low = normalization.lowPercentile();
        double high = normalization.highPercentile();
        if (low >= 100 || high <= 1) {
            throw InvalidInput.of(
                    "percentiles of the model", low + ", " + high, "below 100 and above 1");
        }
        Map<String, Object> kwargs = map("axes", List.of("channel", "y", "x"));
        kwargs.put("min_percentile", low);
        kwargs.put("max_percentile", high);
        kwargs.put("eps", EPSILON);
        return kwargs;
    }

    private static Map<String, Object> linear(IntensityRange range) {
        double gain = 1 / (range.high() - range.low() + EPSILON);
        Map<String, Object> kwargs = map("gain", gain);
        kwargs.put("offset", -range.low() * gain);
        return kwargs;
    }

    private static Map<String, Object> step(String id, Map<String, Object> kwargs) {
        Map<String, Object> step = map("id", id);
        step.put("kwargs", kwargs);
        return step;
    }

    private static Map<String, Object> map(String key, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }
}
