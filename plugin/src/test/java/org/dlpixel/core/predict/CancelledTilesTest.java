package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.tile.Importance;
import org.dlpixel.core.tile.Tile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A prediction that is cancelled finishes the tiles that are being computed and begins no other.
 * The user cancels while each worker is at its third tile of many; these tiles take as long as it
 * takes the workers to learn of it.
 */
@Timeout(60)
class CancelledTilesTest {

    private static final int TILES = 3;
    private static final byte UNTOUCHED = 77;
    private static final VolumeShape SHAPE = new VolumeShape(150, 120, 5, 1);
    private static final UNetSettings NETWORK =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4);
    private static final PredictionSettings SMALL_TILES = new PredictionSettings(1024, 1);

    private final List<Network> networks = new ArrayList<>();
    private final List<Findings> findings = new ArrayList<>();
    private final List<Integer> written = new ArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void close() {
        networks.forEach(Network::close);
    }

    @ParameterizedTest
    @CsvSource({"EXACT,1", "EXACT,2", "SLIDING,1", "SLIDING,2"})
    void noFurtherTileIsBegun(String windows, int workers) {
        boolean sliding = windows.equals("SLIDING");
        cancelDuringTheThirdTile(
                sliding
                        ? SMALL_TILES.withWindows(new Windows.Sliding(32, .25, Importance.CONSTANT))
                        : SMALL_TILES,
                workers);

        assertThat(begun).hasValue(workers * TILES);
        assertThat(written).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void onlyTheTilesThatWereBegunAreComputed(int workers) {
        cancelDuringTheThirdTile(SMALL_TILES, workers);

        List<Tile> tiles =
                Tiling.of(
                                networks.get(0).tileRule(),
                                SMALL_TILES.maxPixels(networks.get(0), 1),
                                TestTimeAugmentation.NONE)
                        .tiles(SHAPE.width(), SHAPE.height());
        assertThat(tiles).hasSizeGreaterThan(10);
        int expected = tiles.stream().limit(TILES).mapToInt(CancelledTilesTest::pixels).sum();
        assertThat(computedPixels()).isEqualTo(workers * expected);
    }

    private static int pixels(Tile tile) {
        int width = Math.min(tile.core().xEnd(), SHAPE.width()) - tile.core().xStart();
        return width * (Math.min(tile.core().yEnd(), SHAPE.height()) - tile.core().yStart());
    }

    private int computedPixels() {
        int computed = 0;
        for (Findings slice : findings) {
            for (byte found : slice.classes()) {
                computed += found == UNTOUCHED ? 0 : 1;
            }
        }
        return computed;
    }

    private void cancelDuringTheThirdTile(PredictionSettings settings, int workers) {
        CountDownLatch busy = new CountDownLatch(workers);
        List<SliceWorker> all = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            all.add(worker(settings, busy));
        }
        Pipeline pipeline =
                new Pipeline(
                        (slice, target) -> Arrays.fill(target.pixels(), slice),
                        all,
                        SHAPE,
                        IntStream.range(0, SHAPE.slices()).boxed().toList(),
                        () -> untouched(settings));
        assertThatThrownBy(() -> pipeline.run(p -> written.add(p.slice()), cancelledOnce(busy)))
                .isInstanceOf(Cancelled.class);
    }

    private Findings untouched(PredictionSettings settings) {
        Findings slice = Findings.of(SHAPE, NETWORK.classes(), settings);
        Arrays.fill(slice.classes(), UNTOUCHED);
        findings.add(slice);
        return slice;
    }

    private SliceWorker worker(PredictionSettings settings, CountDownLatch busy) {
        Network network = Network.open(NETWORK, Weights.random(NETWORK, 3), 1);
        networks.add(network);
        SliceWorker worker = SliceWorker.of(network, settings, 1);
        AtomicInteger own = new AtomicInteger();
        return (slice, target, stop) ->
                worker.find(
                        slice,
                        target,
                        () -> {
                            stop.check();
                            begun.incrementAndGet();
                            if (own.incrementAndGet() == TILES) {
                                busy.countDown();
                                awaitStop(stop);
                            }
                        });
    }

    private static void awaitStop(Stop stop) {
        try {
            while (true) {
                stop.check();
                LockSupport.parkNanos(100_000);
            }
        } catch (Cancelled e) {
            // The tile that has begun is computed to its end.
        }
    }

    /** Cancelled as soon as all workers are at it. */
    private static Progress cancelledOnce(CountDownLatch busy) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public void checkCancelled() {
                if (busy.getCount() == 0) {
                    throw new Cancelled();
                }
            }
        };
    }
}
