package org.dlpixel.core.predict;

import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
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
     * @param maxPixels largest input of a tile; ignored where a network of fixed size needs more
     * @param augmentation in which positions tiles are shown: their halo serves all of them
     * @throws InvalidInput if the network does not take tiles in these positions
     */
    static Tiling of(TileRule rule, long maxPixels, TestTimeAugmentation augmentation) {
        if (augmentation.turns()) {
            PieceSizes.requireTurns(rule);
        }
        if (rule instanceof TileRule.Aligned aligned) {
            Halo halo = halo(aligned.field(), augmentation);
            return (width, height) -> new TileGrid(width, height, halo, maxPixels).tiles();
        }
        if (rule instanceof TileRule.Whole whole) {
            return new Whole(whole.multiple(), maxPixels);
        }
        return new Sized((TileRule.Sized) rule, maxPixels);
    }

    private static Halo halo(ReceptiveField field, TestTimeAugmentation augmentation) {
        if (augmentation == TestTimeAugmentation.NONE) {
            return new Halo(field.multiple(), field.before(), field.after());
        }
        int both = Math.max(field.before(), field.after());
        return new Halo(field.multiple(), both, both);
    }

    /** Nothing is cut. */
    record Whole(int multiple, long maxPixels) implements Tiling {

        @Override
        public List<Tile> tiles(int width, int height) {
            Halo none = new Halo(multiple, 0, 0);
            int paddedWidth = none.roundUp(width);
            int paddedHeight = none.roundUp(height);
            long pixels = (long) paddedWidth * paddedHeight;
            if (pixels > maxPixels) {
                throw InvalidInput.of(
                        "slice size",
                        width + " x " + height,
                        "within the largest tile, "
                                + maxPixels
                                + " pixels, because this network (group norm) sees slices as a"
                                + " whole and cannot be tiled: allow larger tiles");
            }
            return new TileGrid(width, height, none, pixels).tiles();
        }
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
