package org.dlpixel.core.network;

import org.dlpixel.core.network.archive.ScriptModule;

/**
 * {@link Architecture#U_NET}, with the attribute names of the state_dict of MONAI's {@code
 * BasicUNet} (after Falk et al. 2019, "U-Net: deep learning for cell counting, detection, and
 * morphometry"), which it equals at depth 4.
 *
 * <p>A double convolution is twice convolution 3 x 3 with zero padding, norm and LeakyReLU .01.
 * Level l (0..depth) has min(f 2^l, 512) features: one double convolution on the way down and, but
 * for the last level, one on the way up, whose input is the level's way down followed by the level
 * below at twice the resolution. Max pooling 2 x 2 leads down: no weights to learn from few labels,
 * and each pixel of a level sees whole pixels of the one above, so that aligned tiles need little
 * halo. Transposed convolutions 2 x 2 lead up: with kernel = stride no outputs overlap, which
 * avoids checkerboards (Odena et al. 2016, "Deconvolution and checkerboard artifacts"), and they
 * cost less than interpolation and a convolution at full resolution. They halve the number of
 * features, but for the finest, which keeps it. A convolution 1 x 1 gives the logits.
 *
 * <p>Dropout leaves out whole channels (Tompson et al. 2015, "Efficient object localization using
 * convolutional networks"), after the first convolution of every level but the finest on the way
 * down.
 */
final class FullResolutionUNet {

    private static final int MAX_FEATURES = 512;

    private final UNetSettings settings;
    private final NetworkBuilder layers;

    FullResolutionUNet(UNetSettings settings, NetworkBuilder layers) {
        this.settings = settings;
        this.layers = layers;
    }

    static int features(UNetSettings settings, int level) {
        return Math.min(settings.baseFeatures() << level, MAX_FEATURES);
    }

    void build() {
        ScriptModule root = layers.root();
        String[] skips = new String[settings.depth()];
        String x = twice(root.child("conv_0"), layers.input(), settings.inputChannels(), 0, false);
        for (int level = 1; level <= settings.depth(); level++) {
            skips[level - 1] = x;
            ScriptModule convolutions = root.child("down_" + level).child("convs");
            x = twice(convolutions, layers.pooled(x), features(level - 1), level, true);
        }
        for (int level = settings.depth(); level > 0; level--) {
            x = up(root.child("upcat_" + level), x, skips[level - 1], level);
        }
        int classes = settings.classes();
        layers.finish(layers.convolution(root.child("final_conv"), x, features(0), classes, 1, 1));
    }

    /** From a level to the one above it. */
    private String up(ScriptModule module, String x, String skip, int level) {
        int in = features(level);
        int doubled = level == 1 ? in : in / 2;
        ScriptModule doubling = module.child("upsample").child("deconv");
        String joined = layers.concatenate(skip, layers.doubled(doubling, x, in, doubled));
        int channels = features(level - 1) + doubled;
        return twice(module.child("convs"), joined, channels, level - 1, false);
    }

    private String twice(ScriptModule module, String x, int in, int level, boolean dropping) {
        int out = features(level);
        String y = unit(module.child("conv_0"), x, in, out, dropping);
        return unit(module.child("conv_1"), y, out, out, false);
    }

    private String unit(ScriptModule module, String x, int in, int out, boolean dropping) {
        String y = layers.convolution(module.child("conv"), x, in, out, 3, 1);
        ScriptModule adn = module.child("adn");
        return dropping
                ? layers.normalisedDroppingChannels(adn, y, out)
                : layers.normalisedOnly(adn, y, out);
    }

    private int features(int level) {
        return features(settings, level);
    }

    static Span inputFor(UNetSettings settings, Span output) {
        return inputFor(settings, output, 0);
    }

    /** From the output of a level back to its input; two convolutions 3 x 3 each way. */
    private static Span inputFor(UNetSettings settings, Span output, int level) {
        if (level == settings.depth()) {
            return output.grow(2);
        }
        Span joined = output.grow(2);
        Span below = inputFor(settings, joined.beforeDoubling(), level + 1).beforeHalving();
        return joined.hull(below).grow(2);
    }
}
