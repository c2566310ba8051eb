package org.dlpixel.core.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.Progress;

/** Does numbered, independent tasks, in the calling thread or in some of its own. */
final class Workers {

    private final int threads;

    Workers(int threads) {
        this.threads = threads;
    }

    int threads() {
        return threads;
    }

    /**
     * Does tasks 0..tasks-1, each once, and returns when all are done. The progress is only called
     * from the calling thread, after each task; once it is cancelled no further task starts.
     */
    void run(int tasks, IntConsumer task, Progress progress, String message) {
        if (threads == 1 || tasks == 1) {
            for (int i = 0; i < tasks; i++) {
                progress.checkCancelled();
                task.accept(i);
                progress.report((i + 1.0) / tasks, message);
            }
            return;
        }
        ExecutorService executor =
                Executors.newFixedThreadPool(Math.min(threads, tasks), Workers::thread);
        try {
            await(submit(tasks, task, executor), progress, message);
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<Future<?>> submit(int tasks, IntConsumer task, ExecutorService executor) {
        List<Future<?>> futures = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            int number = i;
            futures.add(executor.submit(() -> task.accept(number)));
        }
        return futures;
    }

    private static void await(List<Future<?>> futures, Progress progress, String message) {
        for (int i = 0; i < futures.size(); i++) {
            progress.checkCancelled();
            try {
                futures.get(i).get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A pixel forest's task failed", e.getCause());
            }
            progress.report((i + 1.0) / futures.size(), message);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dlpixel-forest");
        thread.setDaemon(true);
        thread.setContextClassLoader(Workers.class.getClassLoader());
        return thread;
    }
}
