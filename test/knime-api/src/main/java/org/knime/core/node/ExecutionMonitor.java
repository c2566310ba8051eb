package org.knime.core.node;

import org.dlpixel.executor.bridge.ProgressSink;

/** Progress and cancellation; a part of it can be handed to a part of the work. */
public class ExecutionMonitor {
    private final ProgressSink sink;
    private final double start;
    private final double share;
    private final boolean silent;
    private double done;
    private String message = "";

    /** A monitor that nobody watches. */
    public ExecutionMonitor() {
        this(ProgressSink.SILENT, 0, 1, false);
    }

    ExecutionMonitor(ProgressSink sink, double start, double share, boolean silent) {
        this.sink = sink;
        this.start = start;
        this.share = share;
        this.silent = silent;
    }

    /**
     * Returns at once, or throws if the user asked to stop.
     *
     * @throws CanceledExecutionException if cancelled
     */
    public void checkCanceled() throws CanceledExecutionException {
        if (sink.isCancelled()) {
            throw new CanceledExecutionException();
        }
    }

    /** Progress of this part of the work in [0, 1]; never goes back. */
    public void setProgress(double progress) {
        advance(progress);
        report();
    }

    /** Progress in [0, 1] with what is done now. */
    public void setProgress(double progress, String text) {
        advance(progress);
        say(text);
        report();
    }

    /** What is done now; the progress stays. */
    public void setProgress(String text) {
        setMessage(text);
    }

    /** What is done now; the progress stays. */
    public void setMessage(String text) {
        say(text);
        report();
    }

    /**
     * The next part of the work.
     *
     * @param maxProgress the part's share of this monitor's work, in [0, 1]
     */
    public ExecutionMonitor createSubProgress(double maxProgress) {
        return new ExecutionMonitor(sink, nextStart(maxProgress), part(maxProgress), silent);
    }

    /** The next part of the work, whose texts are not shown. */
    public ExecutionMonitor createSilentSubProgress(double maxProgress) {
        return new ExecutionMonitor(sink, nextStart(maxProgress), part(maxProgress), true);
    }

    final ProgressSink sink() {
        return sink;
    }

    final double part(double maxProgress) {
        return share * clamp(maxProgress);
    }

    /** Where the next part begins; takes its share at once, so that parts follow each other. */
    final synchronized double nextStart(double maxProgress) {
        double from = start + share * done;
        done = Math.min(1, done + clamp(maxProgress));
        return from;
    }

    private synchronized void advance(double progress) {
        done = Math.max(done, clamp(progress));
    }

    private synchronized void say(String text) {
        message = silent || text == null ? "" : text;
    }

    private void report() {
        double fraction;
        String text;
        synchronized (this) {
            fraction = start + share * done;
            text = message;
        }
        sink.report(Math.min(1, fraction), text);
    }

    private static double clamp(double progress) {
        return Double.isNaN(progress) ? 0 : Math.max(0, Math.min(1, progress));
    }
}
