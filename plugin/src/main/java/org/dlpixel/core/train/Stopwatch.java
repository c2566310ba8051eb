package org.dlpixel.core.train;

/** Measures how long steps take, and how long they wait for their patches. One thread uses it. */
final class Stopwatch {

    private long patches;
    private double seconds;
    private double waiting;
    private long started;

    /** Goes on from what was measured before a break. */
    Stopwatch(Pace before) {
        this.patches = before.patches();
        this.seconds = before.seconds();
        this.waiting = before.waiting();
    }

    /** Steps begin. */
    void start() {
        started = System.nanoTime();
    }

    /** Steps with so many patches are done. */
    void stop(long done) {
        patches += done;
        seconds += (System.nanoTime() - started) / 1e9;
    }

    /** A step waited. */
    void waited(long nanos) {
        waiting += nanos / 1e9;
    }

    /** All steps so far. */
    Pace pace() {
        return new Pace(patches, seconds, waiting);
    }
}
