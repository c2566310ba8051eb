package org.dlpixel.core.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.VolumeShape;

/**
 * Reads, predicts and writes at the same time: one thread reads a slice ahead, one per worker
 * predicts, and the thread that calls writes in ascending order and alone talks to the {@link
 * Progress}. The memory is that of a few slices, however many there are.
 */
final class Pipeline {

    /** A slice larger than this is not read while others are predicted. */
    private static final long LARGE_SLICE_BYTES = 1L << 29;

    private static final long POLL_MILLIS = 20;

    /** Reads a slice and prepares it for the network. */
    interface Reader {
        void read(int slice, FloatImage target);
    }

    private final Reader reader;
    private final List<SliceWorker> workers;
    private final List<Integer> slices;
    private final Belt belt;

    /**
     * @param shape of what is read
     * @param slices that are predicted, ascending
     * @param output makes memory for the result of a slice
     */
    Pipeline(
            Reader reader,
            List<SliceWorker> workers,
            VolumeShape shape,
            List<Integer> slices,
            Supplier<Findings> output) {
        this.reader = reader;
        this.workers = workers;
        this.slices = slices;
        int depth = depth(shape, workers.size(), slices.size());
        this.belt =
                new Belt(
                        IntStream.range(0, depth).mapToObj(i -> input(shape)).toList(),
                        IntStream.range(0, depth).mapToObj(i -> output.get()).toList());
    }

    /** How many slices are in memory: one per worker, and one that is read or written meanwhile. */
    static int depth(VolumeShape shape, int workers, int slices) {
        long bytes = (long) shape.plane() * shape.channels() * Float.BYTES;
        int spare = bytes <= LARGE_SLICE_BYTES ? 1 : 0;
        return Math.min(slices, workers + spare);
    }

    private static FloatImage input(VolumeShape shape) {
        return FloatImage.zeros(shape.width(), shape.height(), shape.channels());
    }

    /** Predicts all slices; returns, or throws, when all threads have ended. */
    void run(PredictionSink sink, Progress progress) {
        List<Thread> threads = new ArrayList<>();
        try {
            threads.add(start("dlpixel-reader", this::readAll));
            for (SliceWorker worker : workers) {
                threads.add(start("dlpixel-worker-" + threads.size(), () -> work(worker)));
            }
            write(sink, progress);
        } finally {
            belt.stop();
            threads.forEach(Pipeline::join);
        }
    }

    private void readAll() {
        for (int slice : slices) {
            FloatImage input = belt.input();
            reader.read(slice, input);
            belt.add(slice, input);
        }
        belt.end();
    }

    private void work(SliceWorker worker) {
        Optional<Belt.Job> job = belt.job();
        while (job.isPresent()) {
            worker.find(job.get().input(), job.get().findings(), belt::requireRunning);
            belt.done(job.get());
            job = belt.job();
        }
    }

    private void write(PredictionSink sink, Progress progress) {
        long start = System.nanoTime();
        for (int i = 0; i < slices.size(); i++) {
            int slice = slices.get(i);
            Findings findings = await(slice, progress);
            sink.write(findings.prediction(slice));
            belt.release(findings);
            double seconds = (System.nanoTime() - start) * 1e-9;
            progress.report(
                    (i + 1.0) / slices.size(),
                    new SlicePace(i + 1, slices.size(), seconds).toString());
        }
    }

    private Findings await(int slice, Progress progress) {
        try {
            while (true) {
                progress.checkCancelled();
                Optional<Findings> findings = belt.found(slice, POLL_MILLIS);
                if (findings.isPresent()) {
                    return findings.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private Thread start(String name, Runnable body) {
        Thread thread = new Thread(() -> runOrFail(body), name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Pipeline.class.getClassLoader());
        thread.start();
        return thread;
    }

    /** Whatever happens is told to the thread that calls. */
    private void runOrFail(Runnable body) {
        try {
            body.run();
        } catch (RuntimeException | Error e) {
            belt.fail(e);
        }
    }

    /** Threads are never interrupted: that would close the files that they read. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
