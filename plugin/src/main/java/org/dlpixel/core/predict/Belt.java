package org.dlpixel.core.predict;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;

/**
 * Slices on their way from the reader through the workers to the writer, and the memory that they
 * use in turn; a monitor. Whoever finds nothing waits; if one of them fails, or all are stopped,
 * nobody waits any longer.
 *
 * <p>The reader takes memory for results in the order of the slices, so that the slice that the
 * writer waits for always has its own, however many are ahead of it.
 */
final class Belt {

    /** A slice that was read, and where its result goes. */
    record Job(int slice, FloatImage input, Findings findings) {}

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Deque<FloatImage> inputs;
    private final Deque<Findings> outputs;
    private final Deque<Job> read = new ArrayDeque<>();
    private final Map<Integer, Findings> found = new HashMap<>();
    private boolean allRead;
    private boolean stopped;
    private Throwable failure;

    /** The memory that slices share. */
    Belt(List<FloatImage> inputs, List<Findings> outputs) {
        this.inputs = new ArrayDeque<>(inputs);
        this.outputs = new ArrayDeque<>(outputs);
    }

    /** Memory for the next slice to be read into. */
    synchronized FloatImage input() {
        waitUntil(() -> !inputs.isEmpty());
        return inputs.remove();
    }

    /** Hands a slice to the workers. */
    synchronized void add(int slice, FloatImage input) {
        waitUntil(() -> !outputs.isEmpty());
        read.add(new Job(slice, input, outputs.remove()));
        notifyAll();
    }

    /** No slices follow. */
    synchronized void end() {
        allRead = true;
        notifyAll();
    }

    /** The next slice for a worker; none if there are no more. */
    synchronized Optional<Job> job() {
        waitUntil(() -> allRead || !read.isEmpty());
        return Optional.ofNullable(read.poll());
    }

    /** A worker is done with a slice. */
    synchronized void done(Job job) {
        inputs.add(job.input());
        found.put(job.slice(), job.findings());
        notifyAll();
    }

    /** The result for a slice, if it is found within about so many milliseconds. */
    synchronized Optional<Findings> found(int slice, long millis) throws InterruptedException {
        requireRunning();
        long end = System.nanoTime() + millis * NANOS_PER_MILLI;
        long left = end - System.nanoTime();
        while (!found.containsKey(slice) && left > 0) {
            wait(left / NANOS_PER_MILLI + 1);
            requireRunning();
            left = end - System.nanoTime();
        }
        return Optional.ofNullable(found.remove(slice));
    }

    /** A result is written. */
    synchronized void release(Findings findings) {
        outputs.add(findings);
        notifyAll();
    }

    /** Ends all waiting; what is first thrown is what the others are told. */
    synchronized void fail(Throwable thrown) {
        if (failure == null && !stopped) {
            failure = thrown;
        }
        notifyAll();
    }

    /** Ends all waiting. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /**
     * @throws Cancelled if the belt was stopped; else what somebody failed with is thrown
     */
    synchronized void requireRunning() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        if (stopped) {
            throw new Cancelled();
        }
    }

    private void waitUntil(BooleanSupplier ready) {
        requireRunning();
        try {
            while (!ready.getAsBoolean()) {
                wait();
                requireRunning();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }
}
