package org.dlpixel.core.network;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.network.archive.ScriptMethod;
import org.dlpixel.core.network.archive.ScriptModule;
import org.dlpixel.core.network.archive.TensorSpec.Role;

/**
 * Layers for prediction on x86 processors: convolution, activation and addition are one operation
 * of oneDNN each, images lie in memory pixel by pixel, and weights are brought into oneDNN's own
 * layout once.
 *
 * <p>Every layer adds its tensors to the root, its preparation to the method {@value #PREPARE} and
 * its statement to the network, and returns the variable that holds its output.
 */
final class FusedLayers {

    /** The method to be called once before any other. */
    static final String PREPARE = "prepare";

    /** Layouts of weights are chosen for images of this side; others work too. */
    private static final int EXPECTED_SIDE = 256;

    /** The method that gives the logits of 2 x 2 pixels. */
    private static final String BLOCKS = "blocks";

    // Codes of c10::MemoryFormat.
    private static final int CONTIGUOUS = 0;
    private static final int CHANNELS_LAST = 2;

    private static final String LEAKY =
            "\"leaky_relu\", annotate(List[Optional[number]], ["
                    + NetworkBuilder.SLOPE
                    + "]), None";
    private static final String LINEAR = "\"none\", annotate(List[Optional[number]], []), None";
    private static final String LINEAR_SUM = "None, annotate(List[Optional[number]], []), None";

    private final ScriptModule root = ScriptModule.root();
    private final ScriptMethod prepare = new ScriptMethod(PREPARE, "x");
    private final ScriptMethod network = new ScriptMethod(BLOCKS, "x");
    private final List<float[]> values = new ArrayList<>();
    private final int type;
    private final String input;

    FusedLayers(Precision precision) {
        type = precision == Precision.BFLOAT16 ? ScalarType.BFLOAT16 : ScalarType.FLOAT32;
        input = network.torch("to", "x", type, false, false, CHANNELS_LAST);
    }

    String input() {
        return input;
    }

    ScriptModule root() {
        return root;
    }

    /** The tensors' values, in their order. */
    List<float[]> values() {
        return List.copyOf(values);
    }

    /**
     * A convolution.
     *
     * @param in input channels
     * @param padding zeros on all sides
     */
    record Geometry(int in, int out, int kernel, int stride, int padding) {

        private String arguments() {
            return pair(padding) + ", " + pair(stride) + ", [1, 1], 1";
        }

        private String expectedInput() {
            return ScriptMethod.list(List.of(1, in, EXPECTED_SIDE, EXPECTED_SIDE));
        }
    }

    /** Convolution with LeakyReLU. */
    String activated(String x, Geometry geometry, float[] weight, float[] bias) {
        return convolve(x, geometry, weight, bias, LEAKY);
    }

    /** Convolution alone. */
    String linear(String x, Geometry geometry, float[] weight, float[] bias) {
        return convolve(x, geometry, weight, bias, LINEAR);
    }

    private String convolve(String x, Geometry g, float[] weight, float[] bias, String after) {
        return network.let(
                "ops.mkldnn._convolution_pointwise("
                        + String.join(", ", x, packed(g, weight), vector(bias), g.arguments())
                        + (", " + after + ")"));
    }

    /** Adds a convolution to what is there, which is used up. */
    String sum(String there, String x, Geometry g, float[] weight, float[] bias) {
        return network.let(
                "ops.mkldnn._convolution_pointwise_("
                        + String.join(
                                ", ", there, x, packed(g, weight), vector(bias), g.arguments())
                        + (", \"add\", 1.0, " + LINEAR_SUM + ")"));
    }

    /** LeakyReLU of what is used up; where it cannot be part of a convolution. */
    String activated(String x) {
        return network.torch("leaky_relu_", x, NetworkBuilder.SLOPE);
    }

    /** LeakyReLU in memory of its own. */
    String activatedCopy(String x) {
        return network.torch("leaky_relu", x, NetworkBuilder.SLOPE);
    }

    /** Some channels, where they are. */
    String channels(String x, int from, int to) {
        return network.torch("slice", x, 1, from, to, 1);
    }

    /** Transposed convolution 3 x 3 that doubles the size, with LeakyReLU. */
    String doubled(String x, int in, int out, float[] weight, float[] bias) {
        String stored = tensor(weight, in, out, NetworkBuilder.KERNEL, NetworkBuilder.KERNEL);
        prepare.set(
                stored,
                "ops.mkldnn._reorder_convolution_transpose_weight("
                        + typed(stored)
                        + ", [1, 1], [1, 1], [2, 2], [1, 1], 1, None)");
        return network.let(
                "ops.mkldnn._convolution_transpose_pointwise("
                        + String.join(", ", x, stored, vector(bias))
                        + ", [1, 1], [1, 1], [2, 2], [1, 1], 1, "
                        + (LEAKY + ")"));
    }

    /** Adds b to a, which is used up. */
    String add(String a, String b) {
        return network.torch("add_", a, b);
    }

    /** Channels of a, then those of b. */
    String concatenate(String a, String b) {
        return network.torch("cat", "[" + a + ", " + b + "]", 1);
    }

    /** Zeros in the first row and the first column. */
    void clearFirst(String x) {
        network.torch("zero_", network.torch("select", x, 2, 0));
        network.torch("zero_", network.torch("select", x, 3, 0));
    }

    /**
     * Ends the network and makes {@code forward} of it.
     *
     * @param blocks variable with the logits of 2 x 2 pixels, (N, 4 classes, 1 + H / 2, 1 + W / 2)
     * @return the method {@code classes}
     */
    ScriptMethod finish(Correction correction, String blocks, int classes) {
        network.returns(blocks);
        prepare.returns("x");
        root.method(network);
        root.method(prepare);
        ScriptMethod forward = new ScriptMethod("forward", "x");
        String logits = forward.let(ScriptMethod.self(BLOCKS, "x"));
        logits = forward.torch("to", logits, ScalarType.FLOAT32, false, false);
        forward.returns(correction.emit(forward, unfolded(forward, logits, classes)));
        root.method(forward);
        return correction.isNone() ? classes(classes) : NetworkScript.classes(classes);
    }

    /** Compares before the pixels are put in order: indices are a small part of the scores. */
    private static ScriptMethod classes(int count) {
        ScriptMethod method = new ScriptMethod("classes", "x");
        String logits = method.let(ScriptMethod.self(BLOCKS, "x"));
        String winner =
                NetworkScript.winner(
                        method, count, c -> method.torch("slice", logits, 1, 4 * c, 4 * c + 4, 1));
        method.returns(method.torch("squeeze", unfolded(method, winner, 1), 1));
        return method;
    }

    /** Without the first row and column, 2 x 2 pixels of each channel side by side. */
    private static String unfolded(ScriptMethod method, String x, int channels) {
        String rest = method.torch("slice", x, 2, 1, Long.MAX_VALUE, 1);
        rest = method.torch("slice", rest, 3, 1, Long.MAX_VALUE, 1);
        String blocks = method.torch("unflatten", rest, 1, "[" + channels + ", 2, 2]");
        String rows = method.torch("permute", blocks, "[0, 1, 4, 2, 5, 3]");
        return method.torch("flatten", method.torch("flatten", rows, 4, 5), 2, 3);
    }

    private String packed(Geometry g, float[] weight) {
        String stored = tensor(weight, g.out, g.in, g.kernel, g.kernel);
        prepare.set(
                stored,
                "ops.mkldnn._reorder_convolution_weight("
                        + typed(stored)
                        + (", " + g.arguments() + ", " + g.expectedInput() + ")"));
        return stored;
    }

    private String vector(float[] value) {
        String stored = tensor(value, value.length);
        if (type != ScalarType.FLOAT32) {
            prepare.set(stored, typed(stored));
        }
        return stored;
    }

    private String typed(String stored) {
        return "torch.to(" + stored + ", " + type + ", False, False, " + CONTIGUOUS + ")";
    }

    private String tensor(float[] value, Integer... shape) {
        String name = "t" + values.size();
        values.add(value);
        return root.tensor(name, Role.BUFFER, shape);
    }

    private static String pair(int value) {
        return "[" + value + ", " + value + "]";
    }
}
