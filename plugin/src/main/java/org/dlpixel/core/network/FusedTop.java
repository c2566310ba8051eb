package org.dlpixel.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dlpixel.core.network.FusedLayers.Geometry;
import org.dlpixel.core.network.FusedLayers.Size;
import org.dlpixel.core.network.Strips.Loop;
import org.dlpixel.core.network.Strips.Part;
import org.dlpixel.core.network.Strips.Rows;
import org.dlpixel.core.network.archive.ScriptMethod;

/**
 * The first level of a residual U-Net down to the second level's first convolution, and back from
 * its transposed one: images of the first level exist only in strips ({@link Strips}). What would
 * have the full resolution is computed as blocks of half of it ({@link SubPixels}).
 */
final class FusedTop {

    private static final int KERNEL = NetworkBuilder.KERNEL;
    private static final String DOWN = "model.0";
    private static final String SECOND = "model.1.submodule";

    private final UNetSettings settings;
    private final Map<String, float[]> state;
    private final FusedLayers layers;
    private final Strips strips;
    private final ScriptMethod method;
    private final SubPixels pixels;
    private final int own;
    private final String x;
    private final String total;
    private final String height;

    /** Begins the network. */
    FusedTop(
            UNetSettings settings,
            Map<String, float[]> state,
            FusedLayers layers,
            Strips.Height height) {
        this.settings = settings;
        this.state = state;
        this.layers = layers;
        this.strips = new Strips(layers);
        this.method = layers.method();
        this.pixels = SubPixels.of(settings.classes());
        this.own = settings.features(0);
        x = layers.input("x");
        total = method.let("torch.size(" + x + ", 2) // 2");
        String columns = "torch.size(" + x + ", 0) * (torch.size(" + x + ", 3) // 2)";
        int pixelBytes = layers.numberBytes() * own;
        this.height = strips.height(height, total, pixelBytes + " * " + columns);
    }

    /** What lies below. */
    interface Below {

        /**
         * The second level behind its first convolution, for its way up: its own features and those
         * of below.
         *
         * @param first variable with that convolution's output, activated
         * @param beside adds the output of the convolution beside the unit to a variable
         */
        List<String> apply(String first, UnaryOperator<String> beside);
    }

    /** The logits of blocks of pixels, behind one column more, see {@link FusedOutput}. */
    String blocks(Below below) {
        String shares = list();
        String firsts = list();
        String besides = list();
        down(shares, firsts, besides);
        List<String> parts = below.apply(joined(firsts), y -> addStrips(y, besides));
        String y = layers.apart(up(shares, parts), pixels.across());
        // The kernel reaches forward: results lie too far, behind the padding.
        layers.clearFirst(y, pixels.across());
        return layers.convolved(y, last(), residual(), false, 1);
    }

    /** Fills lists with strips: shares of the last doubling, the second level's beginning. */
    private void down(String shares, String firsts, String besides) {
        Rows rows = strips.loop(height, total).rows();
        Part y = unit(strips.grown(rows, 1, 0));
        append(shares, strips.ahead(y, shifted(rows), share(), ownShare()).tensor());
        Rows half = strips.half(rows);
        Geometry halving = Geometry.square(own, settings.features(1), KERNEL, 2, 1);
        FoldedConvolution first = normed(SECOND + ".0.conv.unit0");
        append(firsts, strips.halved(y, half, halving, first, true).tensor());
        FoldedConvolution beside = FoldedConvolution.plain(state, SECOND + ".0.residual");
        append(besides, strips.halved(y, half, halving, beside, false).tensor());
        method.end();
    }

    /** Adds strips to what is used up. */
    private String addStrips(String y, String besides) {
        Loop loop = strips.loop(height, total);
        Rows rows = strips.half(loop.rows());
        layers.add(
                strips.cut(new Part(y, Rows.all(rows.total())), rows),
                besides + "[" + loop.number() + "]");
        method.end();
        return y;
    }

    /** The second level's way up and the doubling. */
    private String up(String shares, List<String> below) {
        String parts = list();
        Loop loop = strips.loop(height, total);
        Rows rows = shifted(loop.rows());
        Part y = second(below, strips.grown(rows, 0, 1));
        String sum = strips.ahead(y, rows, share(), sharedBelow()).tensor();
        append(parts, layers.activated(layers.add(sum, shares + "[" + loop.number() + "]")));
        method.end();
        return joined(parts);
    }

    /**
     * Strips of the doubling lie a row further up: it reads a row forward, which then is within the
     * strip of what it reads.
     */
    private Rows shifted(Rows rows) {
        return new Rows(
                method.let("max(" + rows.from() + " - 1, 0)"),
                method.let(rows.to() + " - int(" + rows.to() + " < " + total + ")"),
                total);
    }

    /** The residual unit of the way down. */
    private Part unit(Rows wanted) {
        List<Rows> rows = new ArrayList<>(List.of(wanted));
        for (int i = 1; i < settings.residualUnits(); i++) {
            rows.add(0, strips.grown(rows.get(0), 1, 1));
        }
        Part image = new Part(x, Rows.all(total));
        Geometry halving = Geometry.square(settings.inputChannels(), own, KERNEL, 2, 1);
        Part y = strips.halved(image, rows.get(0), halving, normed(DOWN + ".conv.unit0"), true);
        for (int i = 1; i < settings.residualUnits(); i++) {
            y = strips.convolved(y, rows.get(i), same(), normed(DOWN + ".conv.unit" + i), true);
        }
        return strips.sumHalved(
                y, image, halving, FoldedConvolution.plain(state, DOWN + ".residual"));
    }

    /** The second level's way up. */
    private Part second(List<String> below, Rows wanted) {
        FoldedConvolution doubling =
                FoldedConvolution.transposed(state, SECOND + ".2.0.conv", SECOND + ".2.0.adn.N");
        int in = FusedResidualUNet.joined(settings, 1);
        Part y = strips.doubled(below, strips.grown(wanted, 1, 1), in, own, doubling);
        Part z = strips.convolved(y, wanted, same(), normed(SECOND + ".2.1.conv.unit0"), true);
        return new Part(layers.add(z.tensor(), strips.cut(y, wanted)), wanted);
    }

    private FoldedConvolution normed(String path) {
        return FoldedConvolution.of(state, path + ".conv", path + ".adn.N");
    }

    private Geometry same() {
        return Geometry.square(own, own, KERNEL, 1, 1);
    }

    /** Of either share of the last doubling. */
    private Geometry share() {
        int across = pixels.across();
        return new Geometry(
                own,
                pixels.outputs(),
                new Size(2, across + 1),
                new Size(1, across),
                new Size(1, across));
    }

    private FoldedConvolution ownShare() {
        FoldedConvolution doubling = doubling();
        return FoldedConvolution.of(
                pixels.doubling(doubling.weight(), 0, own), pixels.doublingBias(doubling.bias()));
    }

    private FoldedConvolution sharedBelow() {
        return FoldedConvolution.of(
                pixels.doubling(doubling().weight(), own, 2 * own), new float[pixels.outputs()]);
    }

    private FoldedConvolution doubling() {
        return FoldedConvolution.transposed(state, "model.2.0.conv", "model.2.0.adn.N");
    }

    private Geometry last() {
        int across = pixels.across();
        return new Geometry(
                pixels.wide(),
                pixels.outputs(),
                new Size(KERNEL, across + 2),
                new Size(1, across),
                Size.square(1));
    }

    private FoldedConvolution residual() {
        FoldedConvolution last = FoldedConvolution.plain(state, "model.2.1.conv.unit0.conv");
        return FoldedConvolution.of(
                pixels.residual(last.weight()), pixels.residualBias(last.bias()));
    }

    private String list() {
        return method.let("annotate(List[Tensor], [])");
    }

    private void append(String list, String part) {
        method.let("torch.append(" + list + ", " + part + ")");
    }

    /** The whole of strips. */
    private String joined(String list) {
        return method.torch("cat", list, 2);
    }
}
