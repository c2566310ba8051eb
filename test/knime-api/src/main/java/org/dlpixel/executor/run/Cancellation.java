package org.dlpixel.executor.run;

/** The user's wish to stop; reaches the node that executes as a flag and as an interrupt. */
public final class Cancellation {
    private boolean cancelled;
    private Thread worker;

    /** Asks the running node, and the workflow, to stop. */
    public synchronized void cancel() {
        cancelled = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Names the thread to interrupt; it is interrupted at once if it is too late. */
    synchronized void enter(Thread thread) {
        worker = thread;
        if (cancelled) {
            thread.interrupt();
        }
    }

    /** No thread is to be interrupted any more. */
    synchronized void leave() {
        worker = null;
    }
}
