package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.VolumeShape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PipelineTest {

    private static final VolumeShape SHAPE = new VolumeShape(2, 1, 100, 1);
    private static final Pipeline.Reader NUMBERS = (slice, target) -> target.pixels()[0] = slice;
    private static final SliceWorker COPY =
            (slice, findings, stop) -> findings.classes()[0] = (byte) slice.pixels()[0];

    private static List<Integer> slices(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static Findings findings() {
        return Findings.of(SHAPE, 2, PredictionSettings.defaults());
    }

    private static void run(
            Pipeline.Reader reader, List<SliceWorker> workers, int slices, PredictionSink sink) {
        run(reader, workers, slices, sink, Progress.none());
    }

    private static void run(
            Pipeline.Reader reader,
            List<SliceWorker> workers,
            int slices,
            PredictionSink sink,
            Progress progress) {
        new Pipeline(reader, workers, SHAPE, slices(slices), PipelineTest::findings)
                .run(sink, progress);
    }

    @Test
    void slicesAreWrittenInOrderWhicheverWorkerIsFaster() {
        SliceWorker slow =
                (slice, findings, stop) -> {
                    LockSupport.parkNanos((long) (slice.pixels()[0] * 7919) % 3 * 1_000_000);
                    COPY.find(slice, findings, stop);
                };
        List<Integer> order = new ArrayList<>();
        run(
                NUMBERS,
                List.of(slow, COPY, slow),
                100,
                p -> {
                    order.add(p.slice());
                    assertThat((int) p.classes()[0]).isEqualTo(p.slice());
                });
        assertThat(order).isEqualTo(slices(100));
    }

    /** Each stage waits until the stage before has begun with the next slice. */
    @Test
    void readingInferenceAndWritingOverlap() {
        List<CountDownLatch> read = Stream.generate(() -> new CountDownLatch(1)).limit(6).toList();
        List<CountDownLatch> begun = Stream.generate(() -> new CountDownLatch(1)).limit(6).toList();
        read.get(5).countDown();
        begun.get(5).countDown();
        Pipeline.Reader reader =
                (slice, target) -> {
                    target.pixels()[0] = slice;
                    if (slice > 0) {
                        read.get(slice - 1).countDown();
                    }
                };
        SliceWorker worker =
                (slice, findings, stop) -> {
                    int z = (int) slice.pixels()[0];
                    if (z > 0) {
                        begun.get(z - 1).countDown();
                    }
                    awaitThe(read.get(z));
                };
        List<Integer> written = new ArrayList<>();
        run(
                reader,
                List.of(worker),
                6,
                p -> {
                    awaitThe(begun.get(p.slice()));
                    written.add(p.slice());
                });
        assertThat(written).isEqualTo(slices(6));
    }

    private static void awaitThe(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theSameMemoryServesAllSlices() {
        Set<Object> inputs = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Object> outputs = Collections.newSetFromMap(new IdentityHashMap<>());
        run(
                (slice, target) -> inputs.add(target),
                List.of(COPY),
                50,
                p -> outputs.add(p.classes()));
        assertThat(inputs).hasSize(2);
        assertThat(outputs).hasSize(2);
    }

    /** 2.18e9 voxels. */
    @Test
    @Tag("slow")
    void aStackOfMoreVoxelsThanAnArrayTakesTheMemoryOfTwoSlices() {
        VolumeShape shape = new VolumeShape(2048, 2048, 520, 1);
        Set<Object> memory = Collections.newSetFromMap(new IdentityHashMap<>());
        long[] voxels = new long[2];
        SliceWorker parity =
                (slice, findings, stop) ->
                        Arrays.fill(findings.classes(), (byte) (slice.pixels()[7] % 2));
        new Pipeline(
                        (slice, target) -> Arrays.fill(target.pixels(), slice),
                        List.of(parity),
                        shape,
                        slices(520),
                        () -> Findings.of(shape, 2, PredictionSettings.defaults()))
                .run(
                        p -> {
                            memory.add(p.classes());
                            voxels[p.classes()[4_000_000]] += p.classes().length;
                        },
                        Progress.none());
        assertThat(memory).hasSize(2);
        assertThat(voxels).containsExactly(shape.voxels() / 2, shape.voxels() / 2);
        assertThat(shape.voxels()).isGreaterThan(1L << 31);
    }

    @Test
    void hugeSlicesAreNotReadAhead() {
        VolumeShape huge = new VolumeShape(30_000, 30_000, 9, 1);
        assertThat(Pipeline.depth(huge, 1, 9)).isEqualTo(1);
        assertThat(Pipeline.depth(huge, 2, 9)).isEqualTo(2);
        assertThat(Pipeline.depth(new VolumeShape(3080, 2868, 9, 1), 1, 9)).isEqualTo(2);
        assertThat(Pipeline.depth(SHAPE, 4, 1)).isEqualTo(1);
    }

    @Test
    void whatAStageThrowsReachesTheCaller() {
        Unreadable damaged = new Unreadable("slice 7 is damaged");
        Pipeline.Reader reader =
                (slice, target) -> {
                    if (slice == 7) {
                        throw damaged;
                    }
                };
        List<Integer> written = new ArrayList<>();
        assertThatThrownBy(() -> run(reader, List.of(COPY), 20, p -> written.add(p.slice())))
                .isSameAs(damaged);
        assertThat(written).hasSizeBetween(5, 7);
        OutOfMemoryError full = new OutOfMemoryError("for this test");
        SliceWorker failing =
                (slice, findings, stop) -> {
                    throw full;
                };
        assertThatThrownBy(() -> run(NUMBERS, List.of(COPY, failing), 90, p -> {})).isSameAs(full);
        PredictionSink sink =
                p -> {
                    throw damaged;
                };
        assertThatThrownBy(() -> run(NUMBERS, List.of(COPY), 20, sink)).isSameAs(damaged);
    }

    @Test
    void cancellingEndsWorkersBetweenTwoTilesAndWaitsForThem() {
        CountDownLatch working = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        SliceWorker endless =
                (slice, findings, stop) -> {
                    try {
                        while (true) {
                            stop.check();
                            working.countDown();
                            LockSupport.parkNanos(1_000_000);
                        }
                    } finally {
                        ended.set(true);
                    }
                };
        Progress cancelled =
                progress(
                        () -> {
                            if (working.getCount() == 0) {
                                throw new Cancelled();
                            }
                        });
        assertThatThrownBy(() -> run(NUMBERS, List.of(endless), 3, p -> {}, cancelled))
                .isInstanceOf(Cancelled.class);
        assertThat(ended).isTrue();
    }

    @Test
    void anInterruptedCallerIsCancelledAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run(NUMBERS, List.of(COPY), 3, p -> {}))
                .isInstanceOf(Cancelled.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Sinks and hosts may belong to the thread that calls. */
    @Test
    void onlyTheCallingThreadWritesAndTellsProgress() {
        Thread caller = Thread.currentThread();
        AtomicInteger elsewhere = new AtomicInteger();
        Runnable check = () -> elsewhere.addAndGet(Thread.currentThread() == caller ? 0 : 1);
        run(NUMBERS, List.of(COPY), 9, p -> check.run(), progress(check));
        assertThat(elsewhere).hasValue(0);
    }

    private static Progress progress(Runnable check) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                assertThat(message).startsWith("Slice ").endsWith(" left");
            }

            @Override
            public void checkCancelled() {
                check.run();
            }
        };
    }
}
