package org.dlpixel.core.network;

import java.io.InputStream;
import java.util.Map;
import org.dlpixel.core.network.FusedLayers.Geometry;
import org.dlpixel.core.network.archive.ScriptArchive;
import org.dlpixel.core.network.archive.ScriptMethod;

/**
 * {@link ResidualUNet} with batch norm, for prediction only: the same results but for rounding.
 * Norms are folded into convolutions ({@link FoldedConvolution}); the full resolution is computed
 * as blocks of half of it ({@link SubPixels}).
 */
final class FusedResidualUNet {

    private static final int KERNEL = NetworkBuilder.KERNEL;

    private final UNetSettings settings;
    private final Map<String, float[]> state;
    private final FusedLayers layers;

    private FusedResidualUNet(UNetSettings settings, Weights weights, Precision precision) {
        this.settings = settings;
        this.state = weights.toState();
        this.layers = new FusedLayers(precision);
    }

    /** The archive, made while it is read; its method {@link FusedLayers#PREPARE} comes first. */
    static InputStream stream(UNetSettings settings, Weights weights, ScriptVariant variant) {
        variant.correction().requireClasses(settings.classes());
        FusedResidualUNet network = new FusedResidualUNet(settings, weights, variant.precision());
        String blocks = network.top();
        ScriptMethod classes =
                network.layers.finish(variant.correction(), blocks, settings.classes());
        NetworkScript.addMethods(network.layers.root(), settings, variant, classes);
        return ScriptArchive.stream(network.layers.root(), network.layers.values());
    }

    /**
     * The first level: two blocks of features, one level's and those below it, give the logits of 2
     * x 2 pixels, behind one row and column more.
     */
    private String top() {
        String down = down("model.0", layers.input(), settings.inputChannels(), 0, 2);
        String below = below("model.1.submodule", down, 0);
        int classes = settings.classes();
        int own = settings.features(0);
        int joined = joined(0);
        FoldedConvolution doubling =
                FoldedConvolution.transposed(state, "model.2.0.conv", "model.2.0.adn.N");
        float[] weight = doubling.weight();
        String y =
                layers.linear(
                        down,
                        new Geometry(own, 4 * classes, 2, 1, 1),
                        SubPixels.doubling(weight, classes, 0, own),
                        SubPixels.bias(doubling.bias()));
        y =
                layers.sum(
                        y,
                        below,
                        new Geometry(joined - own, 4 * classes, 2, 1, 1),
                        SubPixels.doubling(weight, classes, own, joined),
                        new float[4 * classes]);
        y = layers.activated(y);
        // The kernel reaches forward: results lie one row and column too far, behind the padding.
        layers.clearFirst(y);
        FoldedConvolution last = FoldedConvolution.plain(state, "model.2.1.conv.unit0.conv");
        return layers.linear(
                y,
                new Geometry(4 * classes, 4 * classes, KERNEL, 1, 1),
                SubPixels.residual(last.weight(), classes),
                SubPixels.bias(last.bias()));
    }

    private int joined(int level) {
        boolean last = level + 1 == settings.depth();
        return settings.features(level) + settings.features(last ? level + 1 : level);
    }

    /** What lies below a level: the next one, or the bottom. */
    private String below(String path, String x, int level) {
        int features = settings.features(level);
        return level + 1 == settings.depth()
                ? down(path, x, features, level + 1, 1)
                : block(path, x, features, level + 1);
    }

    private String block(String path, String x, int in, int level) {
        String down = down(path + ".0", x, in, level, 2);
        String below = below(path + ".1.submodule", down, level);
        return up(path + ".2", layers.concatenate(down, below), joined(level), in);
    }

    /** Residual unit of the way down: the first convolution has the stride. */
    private String down(String path, String x, int in, int level, int stride) {
        int out = settings.features(level);
        if (stride == 2 && in == out) {
            return downTogether(path, x, in);
        }
        Geometry first = new Geometry(in, out, KERNEL, stride, 1);
        String y = further(path, unit(path + ".conv.unit0", x, first), out);
        if (stride == 1 && in == out) {
            return layers.add(y, x);
        }
        FoldedConvolution beside = FoldedConvolution.plain(state, path + ".residual");
        int kernel = stride == 1 ? 1 : KERNEL;
        Geometry g = new Geometry(in, out, kernel, stride, kernel / 2);
        return layers.sum(y, x, g, beside.weight(), beside.bias());
    }

    /**
     * The first convolution and the one beside the unit as one with twice the channels: few output
     * channels of many input pixels are computed slowly.
     */
    private String downTogether(String path, String x, int features) {
        String first = path + ".conv.unit0";
        FoldedConvolution both =
                FoldedConvolution.of(state, first + ".conv", first + ".adn.N")
                        .and(FoldedConvolution.plain(state, path + ".residual"));
        Geometry g = new Geometry(features, 2 * features, KERNEL, 2, 1);
        String joined = layers.linear(x, g, both.weight(), both.bias());
        String y = layers.activatedCopy(layers.channels(joined, 0, features));
        y = further(path, y, features);
        return layers.add(y, layers.channels(joined, features, 2 * features));
    }

    /** The convolutions of a residual unit behind the first one. */
    private String further(String path, String first, int out) {
        String y = first;
        for (int i = 1; i < settings.residualUnits(); i++) {
            y = unit(path + ".conv.unit" + i, y, new Geometry(out, out, KERNEL, 1, 1));
        }
        return y;
    }

    private String up(String path, String x, int in, int out) {
        FoldedConvolution doubling =
                FoldedConvolution.transposed(state, path + ".0.conv", path + ".0.adn.N");
        String y = layers.doubled(x, in, out, doubling.weight(), doubling.bias());
        return layers.add(unit(path + ".1.conv.unit0", y, new Geometry(out, out, KERNEL, 1, 1)), y);
    }

    private String unit(String path, String x, Geometry geometry) {
        FoldedConvolution folded = FoldedConvolution.of(state, path + ".conv", path + ".adn.N");
        return layers.activated(x, geometry, folded.weight(), folded.bias());
    }
}
