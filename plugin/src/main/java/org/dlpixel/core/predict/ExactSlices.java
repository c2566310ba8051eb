package org.dlpixel.core.predict;

import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.network.Mirror;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.tile.Tile;

/**
 * Applies a network to slices so that tiles do not show. The slice is padded by mirroring on the
 * right and below; tiles are parts of the padded slice, see {@link Tiling}. Each tile is shown in
 * all positions before the next one is read.
 */
final class ExactSlices implements SliceWorker {

    private final PixelNetwork network;
    private final Tiling tiling;
    private final Scores scores;

    ExactSlices(PixelNetwork network, long maxPixels, TestTimeAugmentation augmentation) {
        this.network = network;
        this.tiling = Tiling.of(network.tileRule(), maxPixels, augmentation);
        this.scores = Scores.of(network, augmentation);
    }

    @Override
    public void find(FloatImage slice, Findings findings, Stop stop) {
        if (findings.classesOnly()) {
            classes(slice, findings.classes(), stop);
        } else {
            scores(slice, findings, stop);
        }
    }

    private void classes(FloatImage slice, byte[] target, Stop stop) {
        for (Tile tile : tiling.tiles(slice.width(), slice.height())) {
            stop.check();
            network.classes(
                    slice,
                    tile.input(),
                    found ->
                            eachRow(
                                    tile,
                                    slice,
                                    (at, from, count) -> found.get(from, target, at, count)));
        }
    }

    /** Hands out the scores of all pixels. */
    void scores(FloatImage slice, RowTarget target, Stop stop) {
        for (Tile tile : tiling.tiles(slice.width(), slice.height())) {
            stop.check();
            Roi input = tile.input();
            int plane = input.width() * input.height();
            float[] found = scores.of(Mirror.read(slice, input), input.height(), input.width());
            eachRow(tile, slice, (at, from, count) -> target.row(at, count, found, from, plane));
        }
    }

    /** Copies {@code count} values from the result of a tile into a slice. */
    private interface RowCopy {
        void copy(int at, int from, int count);
    }

    /** Row by row, what of the core lies inside the slice. */
    private static void eachRow(Tile tile, FloatImage slice, RowCopy rows) {
        Roi core = tile.core();
        Roi input = tile.input();
        int count = Math.min(core.xEnd(), slice.width()) - core.xStart();
        int yEnd = Math.min(core.yEnd(), slice.height());
        for (int y = core.yStart(); count > 0 && y < yEnd; y++) {
            int from = (y - input.yStart()) * input.width() + core.xStart() - input.xStart();
            rows.copy(y * slice.width() + core.xStart(), from, count);
        }
    }
}
