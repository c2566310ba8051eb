package org.dlpixel.core.predict;

import java.util.List;
import org.dlpixel.core.network.InputSize;
import org.dlpixel.core.network.ReceptiveField;
import org.dlpixel.core.network.TileRule;
import org.dlpixel.core.tile.Halo;
import org.dlpixel.core.tile.SizedTiles;
import org.dlpixel.core.tile.Tile;
import org.dlpixel.core.tile.TileGrid;

/** Cuts slices as a network allows it. */
@FunctionalInterface
interface Tiling {

    /** Tiles whose cores cover a slice once. */
    List<Tile> tiles(int width, int height);

    /**
     * @param maxPixels largest input of a tile; ignored where the network needs more
     */
    static Tiling of(TileRule rule, long maxPixels) {
        if (rule instanceof TileRule.Aligned aligned) {
            ReceptiveField field = aligned.field();
            Halo halo = new Halo(field.multiple(), field.before(), field.after());
            return (width, height) -> new TileGrid(width, height, halo, maxPixels).tiles();
        }
        return new Sized((TileRule.Sized) rule, maxPixels);
    }

    /** The whole slice if it is allowed and small enough, else tiles of one size. */
    record Sized(TileRule.Sized rule, long maxPixels) implements Tiling {

        /** Where makers state no halo, this part of a tile is left out on each side. */
        private static final int UNKNOWN_HALO = 8;

        @Override
        public List<Tile> tiles(int width, int height) {
            int tileWidth = rule.width().atLeast(width);
            int tileHeight = rule.height().atLeast(height);
            if ((long) tileWidth * tileHeight > maxPixels) {
                long side = (long) Math.sqrt((double) maxPixels);
                tileHeight = Math.min(tileHeight, rule.height().tile(side));
                tileWidth = Math.min(tileWidth, rule.width().tile(maxPixels / tileHeight));
            }
            return SizedTiles.of(
                    axis(rule.width(), width, tileWidth), axis(rule.height(), height, tileHeight));
        }

        private static SizedTiles.Axis axis(InputSize size, int extent, int tile) {
            boolean whole = tile >= extent;
            int halo = size.halo() > 0 ? size.halo() : tile / UNKNOWN_HALO;
            return new SizedTiles.Axis(
                    extent,
                    Math.max(extent, size.atLeast(extent)),
                    tile,
                    whole ? 0 : halo,
                    whole ? 1 : Math.max(1, size.step()));
        }
    }
}
