package org.dlpixel.core.network;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dlpixel.core.network.FusedLayers.Geometry;
import org.dlpixel.core.network.archive.ScriptArchive;
import org.dlpixel.core.network.archive.ScriptModule;

/**
 * {@link ResidualUNet} with batch norm, for prediction only: the same results but for rounding.
 * Norms are folded into convolutions ({@link FoldedConvolution}); the largest images are computed
 * strip by strip ({@link FusedTop}).
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
    static InputStream stream(
            UNetSettings settings, Weights weights, ScriptVariant variant, Strips.Height height) {
        variant.correction().requireClasses(settings.classes());
        FusedResidualUNet network = new FusedResidualUNet(settings, weights, variant.precision());
        FusedTop top = new FusedTop(settings, network.state, network.layers, height);
        ScriptModule root = network.layers.finish(top.blocks(network::below));
        FusedOutput output = new FusedOutput(SubPixels.of(settings.classes()));
        root.method(output.forward(variant.correction()));
        NetworkScript.addMethods(root, settings, variant, output.classes(variant.correction()));
        return ScriptArchive.stream(root, network.layers.values());
    }

    /** For a level's way up: its own features and those of below. */
    private List<String> below(String path, String down, int level) {
        int features = settings.features(level);
        String below =
                level + 1 == settings.depth()
                        ? down(path, down, features, level + 1, 1)
                        : block(path, down, features, level + 1);
        return List.of(down, below);
    }

    private String block(String path, String x, int in, int level) {
        String down = down(path + ".0", x, in, level, 2);
        String joined = layers.concatenate(below(path + ".1.submodule", down, level));
        return up(path + ".2", joined, joined(settings, level), in);
    }

    /** Features at the way up of a level. */
    static int joined(UNetSettings settings, int level) {
        boolean last = level + 1 == settings.depth();
        return settings.features(level) + settings.features(last ? level + 1 : level);
    }

    /** Residual unit of the way down: the first convolution has the stride. */
    private String down(String path, String x, int in, int level, int stride) {
        int out = settings.features(level);
        Geometry first = Geometry.square(in, out, KERNEL, stride, 1);
        String y = further(path, unit(path + ".conv.unit0", x, first), out);
        if (stride == 1 && in == out) {
            return layers.add(y, x);
        }
        int kernel = stride == 1 ? 1 : KERNEL;
        Geometry g = Geometry.square(in, out, kernel, stride, kernel / 2);
        return layers.sum(y, x, g, FoldedConvolution.plain(state, path + ".residual"));
    }

    /** The convolutions of a residual unit behind the first one. */
    private String further(String path, String first, int out) {
        String y = first;
        for (int i = 1; i < settings.residualUnits(); i++) {
            y = unit(path + ".conv.unit" + i, y, Geometry.square(out, out, KERNEL, 1, 1));
        }
        return y;
    }

    private String up(String path, String x, int in, int out) {
        FoldedConvolution doubling =
                FoldedConvolution.transposed(state, path + ".0.conv", path + ".0.adn.N");
        String y = layers.doubled(x, in, out, doubling);
        return layers.add(
                unit(path + ".1.conv.unit0", y, Geometry.square(out, out, KERNEL, 1, 1)), y);
    }

    private String unit(String path, String x, Geometry geometry) {
        return layers.activated(
                x, geometry, FoldedConvolution.of(state, path + ".conv", path + ".adn.N"));
    }

    /**
     * The second level behind its first convolution, before its way up.
     *
     * @param first variable with that convolution's output, activated
     * @param beside adds the output of the convolution beside the unit to a variable
     */
    private List<String> below(String first, UnaryOperator<String> beside) {
        String path = "model.1.submodule";
        String down = beside.apply(further(path + ".0", first, settings.features(1)));
        return below(path + ".1.submodule", down, 1);
    }
}
