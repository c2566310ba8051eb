package org.dlpixel.core.network;

import java.util.List;
import org.dlpixel.core.network.FusedLayers.Geometry;
import org.dlpixel.core.network.archive.ScriptMethod;

/**
 * Layers of some rows of an image: what lies between them stays in the processor's cache. Each
 * layer is told which rows are wanted of it and reads those and their neighbours, so that they come
 * out as they would in the whole image; zeros are added only where the image ends.
 */
final class Strips {

    /** Bytes of a strip with a level's channels: some of them must fit into the cache. */
    private static final int BYTES = 3 << 20;

    /** Rows at the borders of strips are computed twice: there must not be too many. */
    private static final int LEAST_ROWS = 32;

    /**
     * How an image is cut.
     *
     * @param bytes of one strip with a level's channels, about
     * @param leastRows even, at least 2
     */
    record Height(int bytes, int leastRows) {
        static final Height DEFAULT = new Height(BYTES, LEAST_ROWS);
    }

    private final FusedLayers layers;

    Strips(FusedLayers layers) {
        this.layers = layers;
    }

    /** Variables with numbers of rows: the first, the one behind the last, all of the image. */
    record Rows(String from, String to, String total) {

        static Rows all(String total) {
            return new Rows("0", total, total);
        }
    }

    /** A variable with some rows of an image. */
    record Part(String tensor, Rows rows) {}

    private ScriptMethod method() {
        return layers.method();
    }

    /** A loop, to be ended by {@link ScriptMethod#end}: number of the strip from 0, its rows. */
    record Loop(String number, Rows rows) {}

    /**
     * Begins a loop over the strips of an image; all loops over one image have the same.
     *
     * @param height variable with {@link #height}
     * @param total variable with the number of rows
     */
    Loop loop(String height, String total) {
        String i = method().loop("(" + total + " + " + height + " - 1) // " + height);
        String from = method().let(i + " * " + height);
        String to = method().let("min(" + from + " + " + height + ", " + total + ")");
        return new Loop(i, new Rows(from, to, total));
    }

    /**
     * Rows of a strip, an even number, so that strips of the level below fit.
     *
     * @param total variable with the number of rows
     * @param rowBytes bytes of a row
     */
    String height(Height height, String total, String rowBytes) {
        String fitting = height.bytes + " // (" + rowBytes + ")";
        String most = method().let("max(" + height.leastRows + ", " + fitting + ")");
        String count = method().let(total + " // " + most + " + 1");
        return method().let("(" + total + " // (2 * " + count + ") + 1) * 2");
    }

    /** The same part of the level below. */
    Rows half(Rows rows) {
        return new Rows(
                method().let(rows.from + " // 2"),
                method().let(rows.to + " // 2"),
                method().let(rows.total + " // 2"));
    }

    /** These and some above and below, as far as there are any. */
    Rows grown(Rows rows, int above, int below) {
        return new Rows(
                method().let("max(" + rows.from + " - " + above + ", 0)"),
                method().let("min(" + rows.to + " + " + below + ", " + rows.total + ")"),
                rows.total);
    }

    /** Some rows of a part, where they are. */
    String cut(Part x, Rows rows) {
        return slice(x.tensor, rows.from + " - " + x.rows.from, rows.to + " - " + x.rows.from);
    }

    /** Convolution 3 x 3. */
    Part convolved(Part x, Rows wanted, Geometry g, FoldedConvolution weights, boolean activated) {
        String ends = wanted.to + " == " + wanted.total;
        String zeros = method().let("int(" + wanted.from + " == 0 or " + ends + ")");
        String surplus = method().let("int(" + wanted.from + " > 0 and " + ends + ")");
        String y = layers.convolved(cut(x, grown(wanted, 1, 1)), g, weights, activated, zeros);
        return part(y, surplus, wanted);
    }

    /**
     * Convolution 2 x 2 of a pixel and those after it, with a column more in front, see {@link
     * SubPixels#doubling}.
     */
    Part ahead(Part x, Rows wanted, Geometry g, FoldedConvolution weights) {
        String ends = method().let("int(" + wanted.to + " == " + wanted.total + ")");
        String y = layers.convolved(cut(x, grown(wanted, 0, 1)), g, weights, false, ends);
        return part(y, ends, wanted);
    }

    /** Convolution 3 x 3 that halves the size. */
    Part halved(Part x, Rows wanted, Geometry g, FoldedConvolution weights, boolean activated) {
        String begins = method().let("int(" + wanted.from + " == 0)");
        String read = twice(x, wanted, begins);
        return new Part(layers.convolved(read, g, weights, activated, begins), wanted);
    }

    /** Adds a convolution 3 x 3 that halves the size to what is there, which is used up. */
    Part sumHalved(Part there, Part x, Geometry g, FoldedConvolution weights) {
        String begins = method().let("int(" + there.rows.from + " == 0)");
        String read = twice(x, there.rows, begins);
        return new Part(layers.sum(there.tensor, read, g, weights, begins), there.rows);
    }

    /** What a convolution reads that halves the size. */
    private String twice(Part x, Rows wanted, String begins) {
        String from = "2 * " + wanted.from + " - 1 + " + begins + " - " + x.rows.from;
        return slice(x.tensor, from, "2 * " + wanted.to + " - " + x.rows.from);
    }

    /**
     * Transposed convolution 3 x 3 that doubles the size, with LeakyReLU.
     *
     * @param below the whole image, some channels after the other
     */
    Part doubled(List<String> below, Rows wanted, int in, int out, FoldedConvolution weights) {
        String from = method().let(wanted.from + " // 2");
        String to = "min(" + wanted.to + " // 2 + 1, " + wanted.total + " // 2)";
        List<String> parts = below.stream().map(x -> slice(x, from, to)).toList();
        String y = layers.doubled(layers.concatenate(parts), in, out, weights);
        return part(y, wanted.from + " - 2 * " + from, wanted);
    }

    /** Rows of a tensor that has some more in front. */
    private Part part(String y, String surplus, Rows wanted) {
        String to = wanted.to + " - " + wanted.from + " + " + surplus;
        return new Part(slice(y, surplus, to), wanted);
    }

    private String slice(String x, String from, String to) {
        return method().torch("slice", x, 2, from, to, 1);
    }
}
