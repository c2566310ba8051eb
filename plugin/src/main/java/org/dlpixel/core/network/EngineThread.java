package org.dlpixel.core.network;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A thread that calls libtorch; tasks wait in line. One serves the processor and the first graphics
 * processor; each further one has its own, so that they work at the same time.
 *
 * <p>With glibc the first is a thread whose memory comes from the program's main heap, the only one
 * without an upper size (see {@link Allocator}). glibc spreads threads over its heaps in turn and
 * lets none choose, so threads are started until one is at home there; the rest end at once.
 */
final class EngineThread {

    /** More threads than glibc has heaps: 8 per processor, and some that end meanwhile. */
    private static final int CANDIDATES =
            Math.min(1000, 64 + 16 * Runtime.getRuntime().availableProcessors());

    private static final long STACK_BYTES = 8 << 20;
    private static final int LONGEST_CALL_SECONDS = 30;
    private static final EngineThread FIRST = new EngineThread("dlpixel-engine");
    private static final Map<Integer, EngineThread> FURTHER = new ConcurrentHashMap<>();

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final String name;
    private Thread engine;

    private EngineThread(String name) {
        this.name = name;
    }

    /**
     * The thread for a graphics processor.
     *
     * @param index as the driver counts, from 0
     */
    static EngineThread ofCuda(int index) {
        return index == 0
                ? FIRST
                : FURTHER.computeIfAbsent(index, i -> new EngineThread("dlpixel-engine-cuda" + i));
    }

    /** The thread for the processor. */
    static EngineThread first() {
        return FIRST;
    }

    /** {@link #get} on the first thread. */
    static <T> T call(Supplier<T> task) {
        return FIRST.get(task);
    }

    /** {@link #execute} on the first thread. */
    static void run(Runnable task) {
        FIRST.execute(task);
    }

    /**
     * Runs a task on the engine's thread and waits for its end, also if this thread is interrupted
     * meanwhile; the interruption is kept.
     */
    <T> T get(Supplier<T> task) {
        if (Thread.currentThread() == start()) {
            return task.get();
        }
        FutureTask<T> future = new FutureTask<>(task::get);
        tasks.add(future);
        return result(future);
    }

    /** Runs a task as {@link #get} does. */
    void execute(Runnable task) {
        get(
                () -> {
                    task.run();
                    return null;
                });
    }

    private static <T> T result(FutureTask<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unchecked(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What the task threw; a task declares no checked exceptions. */
    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    private synchronized Thread start() {
        if (engine == null) {
            engine = this == FIRST && MainHeap.isKnown() ? search() : thread(this::work);
            Runtime.getRuntime().addShutdownHook(hook());
        }
        return engine;
    }

    /**
     * When the process is told to end, libtorch's own end must not meet a running call: it would
     * crash. So the line is closed behind the call that runs, and its end waited for.
     */
    private Thread hook() {
        CountDownLatch idle = new CountDownLatch(1);
        Runnable end =
                () -> {
                    tasks.clear();
                    tasks.add(() -> stayIdle(idle));
                    awaitIdle(idle);
                };
        return new Thread(end, name + "-end");
    }

    private static void stayIdle(CountDownLatch idle) {
        idle.countDown();
        awaitUninterrupted(new CountDownLatch(1));
    }

    private static void awaitIdle(CountDownLatch idle) {
        try {
            if (!idle.await(LONGEST_CALL_SECONDS, TimeUnit.SECONDS)) {
                // Better a crash at the end than a process that does not end.
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts threads, all alive at once so that each gets a heap of its own, until one fits. */
    private Thread search() {
        CountDownLatch over = new CountDownLatch(1);
        try {
            for (int i = 0; i < CANDIDATES; i++) {
                CompletableFuture<Boolean> fits = new CompletableFuture<>();
                Thread candidate = thread(() -> stayIfFit(fits, over));
                if (fits.join()) {
                    return candidate;
                }
            }
        } catch (OutOfMemoryError e) {
            // The system gives no more threads; those that waited make room for one.
        } finally {
            over.countDown();
        }
        return thread(this::work);
    }

    private void stayIfFit(CompletableFuture<Boolean> fits, CountDownLatch over) {
        boolean fit = false;
        try {
            fit = MainHeap.servesThisThread();
        } finally {
            fits.complete(fit);
        }
        if (fit) {
            work();
        } else {
            awaitUninterrupted(over);
        }
    }

    private static void awaitUninterrupted(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (true) {
                tasks.take().run();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("The engine's thread belongs to nobody else", e);
        }
    }

    private Thread thread(Runnable body) {
        Thread thread = new Thread(null, body, name, STACK_BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(EngineThread.class.getClassLoader());
        thread.start();
        return thread;
    }
}
