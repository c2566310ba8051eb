package org.dlpixel.core.predict;

import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.network.Mirror;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.tile.Tile;

/**
 * Applies a network to slices of any size. The slice is padded by mirroring on the right and below;
 * tiles are parts of the padded slice, see {@link Tiling}.
 */
final class TiledNetwork {

    private final PixelNetwork network;
    private final Tiling tiling;

    TiledNetwork(PixelNetwork network, long maxPixels) {
        this.network = network;
        this.tiling = Tiling.of(network.tileRule(), maxPixels);
    }

    /**
     * The most probable class of every pixel.
     *
     * @param slice normalised
     * @param target (height, width), filled
     */
    void classes(FloatImage slice, byte[] target, Progress progress) {
        for (Tile tile : tiling.tiles(slice.width(), slice.height())) {
            progress.checkCancelled();
            Roi input = tile.input();
            byte[] classes =
                    network.classes(Mirror.read(slice, input), 1, input.height(), input.width());
            copyCore(
                    tile,
                    slice,
                    1,
                    (from, to, count) -> System.arraycopy(classes, from, target, to, count));
        }
    }

    /** Scores before the softmax, one channel per class. */
    FloatImage logits(FloatImage slice) {
        int classes = network.classCount();
        FloatImage out = FloatImage.zeros(slice.width(), slice.height(), classes);
        for (Tile tile : tiling.tiles(slice.width(), slice.height())) {
            Roi input = tile.input();
            float[] logits =
                    network.logits(Mirror.read(slice, input), 1, input.height(), input.width());
            copyCore(
                    tile,
                    slice,
                    classes,
                    (from, to, count) -> System.arraycopy(logits, from, out.pixels(), to, count));
        }
        return out;
    }

    /** Copies {@code count} values between two arrays. */
    private interface RowCopy {
        void copy(int from, int to, int count);
    }

    /** Row by row, what of the core lies inside the slice. */
    private static void copyCore(Tile tile, FloatImage slice, int channels, RowCopy rows) {
        Roi core = tile.core();
        Roi input = tile.input();
        int count = Math.min(core.xEnd(), slice.width()) - core.xStart();
        int yEnd = Math.min(core.yEnd(), slice.height());
        for (int c = 0; c < channels; c++) {
            for (int y = core.yStart(); count > 0 && y < yEnd; y++) {
                int from = (c * input.height() + y - input.yStart()) * input.width();
                int to = (c * slice.height() + y) * slice.width();
                rows.copy(from + core.xStart() - input.xStart(), to + core.xStart(), count);
            }
        }
    }
}
