package org.dlpixel.core.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.tile.SizedTiles.Axis;

class SizedTilesTest {

    @Property(tries = 500)
    void coresCoverTheSliceOnceAndKeepTheirHalo(
            @ForAll @IntRange(min = 1, max = 300) int extent,
            @ForAll @IntRange(min = 0, max = 20) int halo,
            @ForAll @IntRange(min = 1, max = 16) int multiple,
            @ForAll @IntRange(min = 0, max = 60) int spare) {
        int size = 2 * halo + multiple + spare;
        int beyond = Math.max(0, extent - size);
        int padded = size + (beyond + multiple - 1) / multiple * multiple;
        Axis axis = new Axis(extent, padded, size, halo, multiple);
        int next = 0;
        for (Tile tile : SizedTiles.of(axis, new Axis(1, 1, 1, 0, 1))) {
            Roi core = tile.core();
            Roi input = tile.input();
            assertThat(core.xStart()).isEqualTo(next);
            assertThat(core.xEnd()).isGreaterThan(next).isLessThanOrEqualTo(extent);
            assertThat(input.width()).isEqualTo(size);
            assertThat(input.xStart()).isBetween(0, padded - size);
            assertThat(input.xStart() % multiple).isZero();
            if (input.xStart() > 0) {
                assertThat(core.xStart() - input.xStart()).isGreaterThanOrEqualTo(halo);
            }
            if (input.xEnd() < padded) {
                assertThat(input.xEnd() - core.xEnd()).isGreaterThanOrEqualTo(halo);
            }
            next = core.xEnd();
        }
        assertThat(next).isEqualTo(extent);
    }

    @Example
    void bothAxesAreCut() {
        List<Tile> tiles = SizedTiles.of(new Axis(40, 40, 32, 4, 8), new Axis(10, 32, 32, 4, 8));
        assertThat(tiles)
                .containsExactly(
                        new Tile(new Roi(0, 0, 28, 10), new Roi(0, 0, 32, 32)),
                        new Tile(new Roi(28, 0, 40, 10), new Roi(8, 0, 40, 32)));
    }

    @Example
    void tilesOfWhichNothingIsLeftAreRefused() {
        assertThatThrownBy(() -> new Axis(100, 100, 8, 4, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Axis(100, 99, 16, 4, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Axis(100, 105, 16, 4, 8)).isInstanceOf(InvalidInput.class);
    }
}
