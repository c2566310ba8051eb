package org.dlpixel.core.network;

import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.network.archive.ScriptArchive;
import org.dlpixel.core.network.archive.ScriptMethod;
import org.dlpixel.core.network.archive.ScriptModule;
import org.dlpixel.core.network.archive.TensorSpec.Role;

/**
 * How fast libtorch convolves here at its best: 64 to 64 channels, 3 x 3, images of 256 x 256
 * pixels, one convolution after the other without anything between them.
 */
public final class ConvolutionRate implements AutoCloseable {

    /** How the images lie in memory. */
    public enum Layout {
        /** One channel after the other. */
        PLANES(0),
        /** One pixel after the other. */
        PIXELS(2);

        private final int format;

        Layout(int format) {
            this.format = format;
        }
    }

    private static final int CHANNELS = 64;
    private static final int SIDE = 256;
    private static final int KERNEL = 3;
    private static final int REPEATS = 8;
    private static final String PREPARE = "prepare";
    private static final double MULTIPLY_ADD = 2;

    private final TorchModule module;

    /** Multiplications and additions per call. */
    public static double operations() {
        return MULTIPLY_ADD * REPEATS * KERNEL * KERNEL * CHANNELS * CHANNELS * SIDE * SIDE;
    }

    public ConvolutionRate(Layout layout, Execution execution) {
        boolean mixed = execution.precision() == Precision.BFLOAT16;
        int type = mixed ? ScalarType.BFLOAT16 : ScalarType.FLOAT32;
        ScriptModule root = ScriptModule.root();
        String stored = root.tensor("w", Role.BUFFER, CHANNELS, CHANNELS, KERNEL, KERNEL);
        String image = root.tensor("image", Role.BUFFER, 1);
        ScriptMethod prepare = new ScriptMethod(PREPARE, "x");
        prepare.set(stored, prepare.torch("to", stored, type, false, false, layout.format));
        String ones = prepare.torch("ones", shape());
        prepare.set(image, prepare.torch("to", ones, type, false, false, layout.format));
        prepare.returns("x");
        root.method(prepare);
        ScriptMethod method = new ScriptMethod("forward", "x");
        String x = image;
        for (int i = 0; i < REPEATS; i++) {
            x = method.torch("conv2d", x, stored, "None", "[1, 1]", "[1, 1]");
        }
        method.returns(method.torch("to", last(method, x), ScalarType.FLOAT32));
        root.method(method);
        float[] values = new float[KERNEL * KERNEL * CHANNELS * CHANNELS];
        Arrays.fill(values, 1f / (KERNEL * KERNEL * CHANNELS));
        module =
                new TorchModule(
                        ScriptArchive.stream(root, List.of(values, new float[1])), execution);
        call(PREPARE);
    }

    /** One value: nothing is to be copied out. */
    private static String last(ScriptMethod method, String x) {
        return method.torch("select", method.torch("select", x, 2, 0), 2, 0);
    }

    private static String shape() {
        return ScriptMethod.list(List.of(1, CHANNELS, SIDE, SIDE));
    }

    /** Convolves; takes as long as it takes. */
    public void run() {
        call("forward");
    }

    private void call(String method) {
        module.infer(method, array -> true, TorchModule.images(new float[1], 1, 1, 1, 1));
    }

    @Override
    public void close() {
        module.close();
    }
}
