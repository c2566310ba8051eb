package org.dlpixel.core.network;

import org.dlpixel.core.network.archive.ScriptModule;

/**
 * {@link Architecture#RESIDUAL_UNET}, with the attribute names of MONAI's state_dict.
 *
 * <p>Level l (0..depth - 1) is a block of three: "0", a residual unit whose first convolution
 * halves the size; "1", the next level, whose output is appended to its input; "2", a transposed
 * convolution that doubles the size, followed by a residual unit of one convolution. The last level
 * wraps the bottom, a residual unit at stride 1. The very last convolution has no normalisation:
 * its output and its input, added, are the logits.
 */
final class ResidualUNet {

    private final UNetSettings settings;
    private final NetworkBuilder layers;

    ResidualUNet(UNetSettings settings, NetworkBuilder layers) {
        this.settings = settings;
        this.layers = layers;
    }

    void build() {
        ScriptModule model = layers.root().child("model");
        layers.finish(
                block(model, layers.input(), settings.inputChannels(), settings.classes(), 0));
    }

    private String block(ScriptModule module, String x, int in, int out, int level) {
        int features = settings.features(level);
        String down = down(module.child("0"), x, in, features, 2);
        ScriptModule next = module.child("1").child("submodule");
        boolean last = level + 1 == settings.depth();
        String below =
                last
                        ? down(next, down, features, settings.features(level + 1), 1)
                        : block(next, down, features, features, level + 1);
        int joined = features + (last ? settings.features(level + 1) : features);
        return up(module.child("2"), layers.concatenate(down, below), joined, out, level == 0);
    }

    /** Residual unit of the way down: the first convolution has the stride. */
    private String down(ScriptModule module, String x, int in, int out, int stride) {
        ScriptModule units = module.child("conv");
        String y = x;
        for (int i = 0; i < settings.residualUnits(); i++) {
            ScriptModule unit = units.child("unit" + i);
            y =
                    layers.convolution(
                            unit.child("conv"), y, i == 0 ? in : out, out, 3, i == 0 ? stride : 1);
            y = layers.normalised(unit.child("adn"), y, out);
        }
        if (stride == 1 && in == out) {
            return layers.add(y, x);
        }
        int kernel = stride == 1 ? 1 : 3;
        String residual = layers.convolution(module.child("residual"), x, in, out, kernel, stride);
        return layers.add(y, residual);
    }

    private String up(ScriptModule module, String x, int in, int out, boolean top) {
        ScriptModule doubling = module.child("0");
        String y = layers.transposed(doubling.child("conv"), x, in, out);
        y = layers.normalised(doubling.child("adn"), y, out);
        ScriptModule unit = module.child("1").child("conv").child("unit0");
        String z = layers.convolution(unit.child("conv"), y, out, out, 3, 1);
        if (!top) {
            z = layers.normalised(unit.child("adn"), z, out);
        }
        return layers.add(z, y);
    }

    static Span inputFor(UNetSettings settings, Span output) {
        return inputFor(settings, output, 0);
    }

    /** From the output of a block back to its input: up, then skip and lower levels, then down. */
    private static Span inputFor(UNetSettings settings, Span output, int level) {
        Span joined = output.grow(1).beforeTransposed();
        Span below =
                level + 1 == settings.depth()
                        ? joined.grow(settings.residualUnits())
                        : inputFor(settings, joined, level + 1);
        return joined.hull(below).grow(settings.residualUnits() - 1).beforeStride();
    }
}
