package org.dlpixel.core.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;
import org.junit.jupiter.api.Test;

class TileGridTest {

    private static final Halo HALO = new Halo(8, 24, 16);

    @Test
    void aSliceThatFitsIsOnePaddedTile() {
        TileGrid grid = new TileGrid(100, 50, HALO, 104 * 56);
        assertThat(grid.tiles()).containsExactly(new Tile(Roi.whole(104, 56), Roi.whole(104, 56)));
    }

    @Test
    void aLongStripIsCutAlongItsLengthOnly() {
        TileGrid grid = new TileGrid(4000, 32, HALO, 32 * 1000);
        assertThat(grid.tiles()).allMatch(tile -> tile.core().height() == 32).hasSizeBetween(4, 5);
    }

    @Test
    void aSliceOfThirtyThousandPixelsSquareIsCutIntoTilesThatFit() {
        TileGrid grid = new TileGrid(30_000, 30_000, HALO, 2048 * 2048);
        long covered = 0;
        for (Tile tile : grid.tiles()) {
            assertThat(tile.inputPixels()).isLessThanOrEqualTo(2048 * 2048);
            covered += (long) tile.core().width() * tile.core().height();
        }
        assertThat(covered).isEqualTo(900_000_000L);
    }

    @Property(tries = 300)
    void tilesCoverEveryPixelOnce(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll @IntRange(min = 1, max = 60000) int maxPixels) {
        TileGrid grid = new TileGrid(width, height, HALO, maxPixels);
        int[] seen = new int[grid.width() * grid.height()];
        for (Tile tile : grid.tiles()) {
            for (int y = tile.core().yStart(); y < tile.core().yEnd(); y++) {
                for (int x = tile.core().xStart(); x < tile.core().xEnd(); x++) {
                    seen[y * grid.width() + x]++;
                }
            }
        }
        assertThat(seen).containsOnly(1);
        assertThat(grid.width()).isBetween(width, width + 7);
    }

    @Property(tries = 300)
    void everyTileIsAlignedAndHasItsHalo(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll @IntRange(min = 1, max = 60000) int maxPixels) {
        TileGrid grid = new TileGrid(width, height, HALO, maxPixels);
        for (Tile tile : grid.tiles()) {
            Roi core = tile.core();
            Roi input = tile.input();
            assertThat(input.xStart()).isEqualTo(Math.max(0, core.xStart() - 24));
            assertThat(input.yStart()).isEqualTo(Math.max(0, core.yStart() - 24));
            assertThat(input.xEnd()).isEqualTo(Math.min(grid.width(), core.xEnd() + 16));
            assertThat(input.yEnd()).isEqualTo(Math.min(grid.height(), core.yEnd() + 16));
            assertThat(input.xStart() % 8 + input.yStart() % 8).isZero();
            assertThat(input.width() % 8 + input.height() % 8).isZero();
        }
    }

    @Property(tries = 300)
    void tilesKeepWithinTheLimitUnlessASingleCoreBreaksIt(
            @ForAll @IntRange(min = 1, max = 3000) int width,
            @ForAll @IntRange(min = 1, max = 3000) int height,
            @ForAll @IntRange(min = 48 * 48, max = 2_000_000) int maxPixels) {
        TileGrid grid = new TileGrid(width, height, HALO, maxPixels);
        assertThat(grid.tiles()).allMatch(tile -> tile.inputPixels() <= maxPixels);
    }

    @Test
    void anEmptyLimitIsRefused() {
        assertThatThrownBy(() -> new TileGrid(9, 9, HALO, 0))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("largest tile: 0 pixels");
    }
}
