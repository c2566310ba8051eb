package org.dlpixel.core.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.network.archive.ScriptMethod;
import org.dlpixel.core.network.archive.ScriptModule;
import org.dlpixel.core.network.archive.TensorSpec.Role;

/**
 * Layers that an architecture is put together from: each adds its tensors to a module and its
 * statement to the method {@code forward}, and returns the variable that holds its output.
 */
final class NetworkBuilder {

    static final int KERNEL = 3;
    static final double SLOPE = 0.01;
    static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    // Codes of c10::MemoryFormat.
    private static final int CONTIGUOUS = 0;
    private static final int CHANNELS_LAST = 2;

    private final ScriptModule root = ScriptModule.root();
    private final ScriptMethod forward = new ScriptMethod("forward", "x");
    private final String training = forward.let("self.training");
    private final Map<String, Initial> initial = new HashMap<>();
    private final double dropout;
    private final Norm norm;
    private final Correction correction;
    private final boolean mixed;
    private final String input;

    NetworkBuilder(UNetSettings settings, ScriptVariant variant) {
        correction = variant.correction();
        correction.requireClasses(settings.classes());
        this.dropout = settings.dropout();
        this.norm = settings.norm();
        this.mixed = variant.precision() == Precision.BFLOAT16;
        this.input = mixed ? cast("x", ScalarType.BFLOAT16, CHANNELS_LAST) : "x";
    }

    ScriptModule root() {
        return root;
    }

    String input() {
        return input;
    }

    /** Ends {@code forward} with the variable that holds the logits, corrected. */
    void finish(String logits) {
        String full = mixed ? cast(logits, ScalarType.FLOAT32, CONTIGUOUS) : logits;
        forward.returns(correction.emit(forward, full));
        root.method(forward);
    }

    Map<String, Initial> initial() {
        return Map.copyOf(initial);
    }

    /** Convolution with zero padding: kernel 1 or 3, output size = ceil(input size / stride). */
    String convolution(ScriptModule module, String x, int in, int out, int kernel, int stride) {
        Initial start = Initial.Uniform.fanIn(in * kernel * kernel);
        String weight = parameter(module, "weight", start, out, in, kernel, kernel);
        String bias = parameter(module, "bias", start, out);
        return convolve("conv2d", x, weight, bias, pair(stride), pair(kernel / 2), pair(1));
    }

    /** Transposed convolution 3 x 3 that doubles the size. */
    String transposed(ScriptModule module, String x, int in, int out) {
        Initial start = Initial.Uniform.fanIn(out * KERNEL * KERNEL);
        String weight = parameter(module, "weight", start, in, out, KERNEL, KERNEL);
        String bias = parameter(module, "bias", start, out);
        return convolve("conv_transpose2d", x, weight, bias, pair(2), pair(1), pair(1), 1, pair(1));
    }

    /** Transposed convolution 2 x 2, stride 2, which doubles the size. */
    String doubled(ScriptModule module, String x, int in, int out) {
        Initial start = Initial.Uniform.fanIn(out * 4);
        String weight = parameter(module, "weight", start, in, out, 2, 2);
        String bias = parameter(module, "bias", start, out);
        return convolve("conv_transpose2d", x, weight, bias, pair(2), pair(0), pair(0), 1, pair(1));
    }

    /** Weights stay float32; in mixed precision a copy of them is used. */
    private String convolve(
            String operation, String x, String weight, String bias, Object... geometry) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(x);
        arguments.add(mixed ? cast(weight, ScalarType.BFLOAT16, CHANNELS_LAST) : weight);
        arguments.add(mixed ? forward.torch("to", bias, ScalarType.BFLOAT16) : bias);
        arguments.addAll(List.of(geometry));
        return forward.torch(operation, arguments.toArray());
    }

    private String cast(String x, int type, int layout) {
        return forward.torch("to", x, type, false, false, layout);
    }

    /** Largest of 2 x 2 pixels, which halves the size. */
    String pooled(String x) {
        return forward.torch("max_pool2d", x, pair(2), pair(2), pair(0), pair(1), false);
    }

    /**
     * Norm, dropout and LeakyReLU; MONAI's module "adn", whose order is norm, dropout, activation.
     */
    String normalised(ScriptModule adn, String x, int features) {
        return activated(dropped("dropout", norm(adn.child("N"), x, features)));
    }

    /** As {@link #normalised}, but dropout leaves out whole channels. */
    String normalisedDroppingChannels(ScriptModule adn, String x, int features) {
        return activated(dropped("feature_dropout", norm(adn.child("N"), x, features)));
    }

    /** As {@link #normalised}, without dropout. */
    String normalisedOnly(ScriptModule adn, String x, int features) {
        return activated(norm(adn.child("N"), x, features));
    }

    private String dropped(String kind, String x) {
        return dropout > 0 ? forward.torch(kind, x, dropout, training) : x;
    }

    private String activated(String x) {
        return forward.torch("leaky_relu_", x, SLOPE);
    }

    String add(String a, String b) {
        return forward.torch("add", a, b);
    }

    /** Feature channels of a, then those of b. */
    String concatenate(String a, String b) {
        return forward.torch("cat", "[" + a + ", " + b + "]", 1);
    }

    private String norm(ScriptModule module, String x, int features) {
        return switch (norm) {
            case BATCH -> batchNorm(module, x, features);
            case GROUP -> groupNorm(module, x, features);
        };
    }

    private String groupNorm(ScriptModule module, String x, int features) {
        String weight = parameter(module, "weight", new Initial.Constant(1), features);
        String bias = parameter(module, "bias", new Initial.Constant(0), features);
        int groups = Norm.groups(features);
        return forward.torch("group_norm", x, groups, weight, bias, EPSILON, false);
    }

    private String batchNorm(ScriptModule module, String x, int features) {
        Initial one = new Initial.Constant(1);
        Initial zero = new Initial.Constant(0);
        String weight = parameter(module, "weight", one, features);
        String bias = parameter(module, "bias", zero, features);
        String mean = tensor(module, "running_mean", Role.BUFFER, zero, features);
        String variance = tensor(module, "running_var", Role.BUFFER, one, features);
        module.tensor("num_batches_tracked", Role.COUNTER);
        return forward.torch(
                "batch_norm", x, weight, bias, mean, variance, training, MOMENTUM, EPSILON, true);
    }

    private String parameter(ScriptModule module, String name, Initial start, Integer... shape) {
        return tensor(module, name, Role.PARAMETER, start, shape);
    }

    private String tensor(
            ScriptModule module, String name, Role role, Initial start, Integer... shape) {
        initial.put(module.key(name), start);
        return module.tensor(name, role, shape);
    }

    private static String pair(int value) {
        return "[" + value + ", " + value + "]";
    }
}
