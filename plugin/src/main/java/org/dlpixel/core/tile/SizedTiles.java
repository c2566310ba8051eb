package org.dlpixel.core.tile;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;

/**
 * Tiles whose inputs all have one size, for networks that take no other.
 *
 * <p>Cores cover the slice once. A core ends at least {@code halo} pixels before its input does,
 * but for the borders of the padded slice, within which all inputs lie.
 */
public final class SizedTiles {

    /**
     * One axis of the slice and of the tiles.
     *
     * @param extent of the slice, at least 1
     * @param padded extent that inputs may reach, at least {@code extent} and {@code size}; beyond
     *     {@code size} by a multiple of {@code multiple}
     * @param size of the inputs, at least twice the halo and {@code multiple}
     * @param halo at least 0
     * @param multiple inputs start at multiples of it, at least 1
     */
    public record Axis(int extent, int padded, int size, int halo, int multiple) {

        public Axis {
            if (halo < 0 || multiple < 1 || size < 2L * halo + multiple) {
                throw InvalidInput.of(
                        "tile",
                        size + " pixels with halo " + halo,
                        "at least twice its halo and " + multiple);
            }
            if (extent < 1 || padded < Math.max(extent, size) || (padded - size) % multiple != 0) {
                throw InvalidInput.of(
                        "padded slice", padded, "a tile, and a multiple of " + multiple + " more");
            }
        }

        private List<Interval> cut() {
            List<Interval> intervals = new ArrayList<>();
            int start = 0;
            while (start < extent) {
                int aligned = Math.floorDiv(start - halo, multiple) * multiple;
                int input = Math.max(0, Math.min(aligned, padded - size));
                int end = input + size >= padded ? extent : input + size - halo;
                intervals.add(new Interval(start, Math.min(end, extent), input, input + size));
                start = end;
            }
            return intervals;
        }
    }

    private SizedTiles() {}

    /** Core [start, end), input [inputStart, inputEnd). */
    private record Interval(int start, int end, int inputStart, int inputEnd) {}

    /** All tiles, row by row. */
    public static List<Tile> of(Axis x, Axis y) {
        List<Tile> tiles = new ArrayList<>();
        for (Interval row : y.cut()) {
            for (Interval column : x.cut()) {
                tiles.add(tile(column, row));
            }
        }
        return tiles;
    }

    private static Tile tile(Interval x, Interval y) {
        return new Tile(
                new Roi(x.start, y.start, x.end, y.end),
                new Roi(x.inputStart, y.inputStart, x.inputEnd, y.inputEnd));
    }
}
