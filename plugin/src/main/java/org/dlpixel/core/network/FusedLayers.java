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
    private final ScriptMethod method = new ScriptMethod(FusedOutput.BLOCKS, "x");
    private final List<float[]> values = new ArrayList<>();
    private final int type;

    FusedLayers(Precision precision) {
        type = precision == Precision.BFLOAT16 ? ScalarType.BFLOAT16 : ScalarType.FLOAT32;
    }

    /** The network. */
    ScriptMethod method() {
        return method;
    }

    /** The preparation and the network, which returns a variable. */
    ScriptModule finish(String result) {
        method.returns(result);
        prepare.returns("x");
        root.method(method);
        root.method(prepare);
        return root;
    }

    /** The tensors' values, in their order. */
    List<float[]> values() {
        return List.copyOf(values);
    }

    /** Bytes of a number of an image. */
    int numberBytes() {
        return type == ScalarType.BFLOAT16 ? Short.BYTES : Float.BYTES;
    }

    /** Rows and columns. */
    record Size(int rows, int columns) {

        static Size square(int side) {
            return new Size(side, side);
        }

        private String list() {
            return list(rows);
        }

        private String list(Object otherRows) {
            return "[" + otherRows + ", " + columns + "]";
        }
    }

    /**
     * A convolution.
     *
     * @param in input channels
     * @param padding zeros on either side
     */
    record Geometry(int in, int out, Size kernel, Size stride, Size padding) {

        static Geometry square(int in, int out, int kernel, int stride, int padding) {
            return new Geometry(
                    in, out, Size.square(kernel), Size.square(stride), Size.square(padding));
        }

        private String arguments(Object rowPadding) {
            return padding.list(rowPadding) + ", " + stride.list() + ", [1, 1], 1";
        }

        private String expectedInput() {
            return ScriptMethod.list(List.of(1, in, EXPECTED_SIDE, EXPECTED_SIDE));
        }
    }

    /** In this precision, pixel by pixel. */
    String input(String x) {
        return method.torch("to", x, type, false, false, CHANNELS_LAST);
    }

    /** Convolution with LeakyReLU. */
    String activated(String x, Geometry geometry, FoldedConvolution weights) {
        return convolved(x, geometry, weights, true, geometry.padding.rows);
    }

    /**
     * Convolution, with LeakyReLU or without.
     *
     * @param rowPadding rows of zeros above and below
     */
    String convolved(
            String x, Geometry g, FoldedConvolution weights, boolean activated, Object rowPadding) {
        String arguments =
                String.join(", ", x, packed(g, weights), bias(weights), g.arguments(rowPadding));
        String after = activated ? LEAKY : LINEAR;
        return method.let("ops.mkldnn._convolution_pointwise(" + arguments + ", " + after + ")");
    }

    /** Adds a convolution to what is there, which is used up. */
    String sum(String there, String x, Geometry geometry, FoldedConvolution weights) {
        return sum(there, x, geometry, weights, geometry.padding.rows);
    }

    /**
     * Adds a convolution to what is there, which is used up.
     *
     * @param rowPadding rows of zeros above and below
     */
    String sum(String there, String x, Geometry g, FoldedConvolution weights, Object rowPadding) {
        String arguments =
                String.join(
                        ", ", there, x, packed(g, weights), bias(weights), g.arguments(rowPadding));
        return method.let(
                "ops.mkldnn._convolution_pointwise_("
                        + (arguments + ", \"add\", 1.0, " + LINEAR_SUM + ")"));
    }

    /** LeakyReLU of what is used up; where it cannot be part of a convolution. */
    String activated(String x) {
        return method.torch("leaky_relu_", x, NetworkBuilder.SLOPE);
    }

    /** Transposed convolution 3 x 3 that doubles the size, with LeakyReLU. */
    String doubled(String x, int in, int out, FoldedConvolution weights) {
        String stored =
                tensor(weights.weight(), in, out, NetworkBuilder.KERNEL, NetworkBuilder.KERNEL);
        prepare.set(
                stored,
                "ops.mkldnn._reorder_convolution_transpose_weight("
                        + typed(stored)
                        + ", [1, 1], [1, 1], [2, 2], [1, 1], 1, None)");
        return method.let(
                "ops.mkldnn._convolution_transpose_pointwise("
                        + String.join(", ", x, stored, bias(weights))
                        + ", [1, 1], [1, 1], [2, 2], [1, 1], 1, "
                        + (LEAKY + ")"));
    }

    /** Adds b to a, which is used up. */
    String add(String a, String b) {
        return method.torch("add_", a, b);
    }

    /** Channels of one after the other. */
    String concatenate(List<String> parts) {
        return method.torch("cat", ScriptMethod.list(parts), 1);
    }

    /** Zeros in the first columns. */
    void clearFirst(String x, int columns) {
        method.torch("zero_", method.torch("slice", x, 3, 0, columns, 1));
    }

    /** Columns one by one whose channels lie one after the other. */
    String apart(String x, int columns) {
        if (columns == 1) {
            return x;
        }
        String pixels = method.torch("permute", x, "[0, 2, 3, 1]");
        String single = method.torch("unflatten", pixels, 3, "[" + columns + ", -1]");
        return method.torch("permute", method.torch("flatten", single, 2, 3), "[0, 3, 1, 2]");
    }

    private String packed(Geometry g, FoldedConvolution weights) {
        String stored = tensor(weights.weight(), g.out, g.in, g.kernel.rows, g.kernel.columns);
        prepare.set(
                stored,
                "ops.mkldnn._reorder_convolution_weight("
                        + typed(stored)
                        + (", " + g.arguments(g.padding.rows) + ", " + g.expectedInput() + ")"));
        return stored;
    }

    private String bias(FoldedConvolution weights) {
        String stored = tensor(weights.bias(), weights.bias().length);
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
}
