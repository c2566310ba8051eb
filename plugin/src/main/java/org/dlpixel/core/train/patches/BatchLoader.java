package org.dlpixel.core.train.patches;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;

/**
 * Draws batches in a background thread, a few ahead of the step that uses them. Batches come in the
 * order of the tasks, whatever the timing.
 */
public final class BatchLoader implements AutoCloseable {

    private static final int AHEAD = 4;

    private final ExecutorService executor;
    private final Iterator<Callable<Batch>> tasks;
    private final Stopwatch stopwatch;
    private final Deque<Future<Batch>> pending = new ArrayDeque<>();

    /**
     * @param stopwatch told how long {@link #next} waits
     */
    public BatchLoader(Iterator<Callable<Batch>> tasks, Stopwatch stopwatch) {
        this.tasks = tasks;
        this.stopwatch = stopwatch;
        this.executor = Executors.newSingleThreadExecutor(BatchLoader::thread);
        for (int i = 0; i < AHEAD; i++) {
            submitNext();
        }
    }

    /** The next batch; waits until it is drawn. Raises what drawing it raised. */
    public Batch next() {
        Future<Batch> oldest = pending.remove();
        submitNext();
        long before = System.nanoTime();
        try {
            return oldest.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PixelClassificationException known) {
                throw known;
            }
            throw new IllegalStateException("A patch cannot be drawn", e.getCause());
        } finally {
            stopwatch.waited(System.nanoTime() - before);
        }
    }

    private void submitNext() {
        if (tasks.hasNext()) {
            pending.add(executor.submit(tasks.next()));
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dlpixel-patches");
        thread.setDaemon(true);
        thread.setContextClassLoader(BatchLoader.class.getClassLoader());
        return thread;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
