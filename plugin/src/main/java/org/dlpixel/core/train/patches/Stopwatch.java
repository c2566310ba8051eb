package org.dlpixel.core.train.patches;

/** Measures how long steps take, and how long they wait for their patches. One thread uses it. */
public final class Stopwatch {

    private long patches;
    private double seconds;
    private double waiting;
    private long started;

    /** Goes on from what was measured before a break. */
    public Stopwatch(Pace before) {
        this.patches = before.patches();
        this.seconds = before.seconds();
        this.waiting = before.waiting();
    }

    /** Steps begin. */
    public void start() {
        started = System.nanoTime();
    }

    /** Steps with so many patches are done. */
    public void stop(long done) {
        patches += done;
        seconds += (System.nanoTime() - started) / 1e9;
    }

    /** A step waited. */
    void waited(long nanos) {
        waiting += nanos / 1e9;
    }

    /** All steps so far. */
    public Pace pace() {
        return new Pace(patches, seconds, waiting);
    }
}
