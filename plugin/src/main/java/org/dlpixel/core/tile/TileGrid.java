package org.dlpixel.core.tile;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;

/**
 * Aligned tiles with an exact halo: cores cover the padded slice once, and the result equals that
 * of the whole slice.
 *
 * <p>The slice is padded after its last column and row to the next multiple. If it then has at most
 * {@code maxPixels} it is one tile. Otherwise it is cut into cores of about equal size, as large as
 * the limit allows; a core is at least {@code multiple} pixels wide and high, even if its halo
 * breaks the limit. Halos end at the padded slice's border, where the network pads as it does for
 * the whole slice.
 */
public final class TileGrid {

    private final int width;
    private final int height;
    private final List<Tile> tiles = new ArrayList<>();

    /**
     * @param width of the slice, at least 1
     * @param height of the slice, at least 1
     * @param halo what the network needs
     * @param maxPixels largest input of a tile, at least 1
     */
    public TileGrid(int width, int height, Halo halo, long maxPixels) {
        if (width < 1 || height < 1) {
            throw InvalidInput.of("slice size", width + " x " + height, "at least 1 x 1");
        }
        if (maxPixels < 1) {
            throw InvalidInput.of("largest tile", maxPixels + " pixels", "at least 1");
        }
        this.width = halo.roundUp(width);
        this.height = halo.roundUp(height);
        long side = (long) Math.sqrt((double) maxPixels);
        long maxHeight = Math.max(side, maxPixels / this.width);
        List<Interval> rows = cut(this.height, halo, maxHeight);
        long tallest =
                rows.stream().mapToLong(row -> row.inputEnd - row.inputStart).max().orElse(1);
        List<Interval> columns = cut(this.width, halo, maxPixels / tallest);
        for (Interval row : rows) {
            for (Interval column : columns) {
                tiles.add(tile(column, row));
            }
        }
    }

    /** Width of the padded slice. */
    public int width() {
        return width;
    }

    /** Height of the padded slice. */
    public int height() {
        return height;
    }

    /** All tiles, row by row. */
    public List<Tile> tiles() {
        return List.copyOf(tiles);
    }

    /** One axis of a tile: core [start, end), input [inputStart, inputEnd). */
    private record Interval(int start, int end, int inputStart, int inputEnd) {}

    private static List<Interval> cut(int extent, Halo halo, long maxInput) {
        int core = extent;
        if (extent > maxInput) {
            long largest = maxInput - halo.before() - halo.after();
            int fitting = (int) Math.max(1, largest / halo.multiple()) * halo.multiple();
            int count = (extent + fitting - 1) / fitting;
            core = halo.roundUp((extent + count - 1) / count);
        }
        List<Interval> intervals = new ArrayList<>();
        for (int start = 0; start < extent; start += core) {
            int end = Math.min(extent, start + core);
            intervals.add(
                    new Interval(
                            start,
                            end,
                            Math.max(0, start - halo.before()),
                            Math.min(extent, end + halo.after())));
        }
        return intervals;
    }

    private static Tile tile(Interval x, Interval y) {
        return new Tile(
                new Roi(x.start, y.start, x.end, y.end),
                new Roi(x.inputStart, y.inputStart, x.inputEnd, y.inputEnd));
    }
}
