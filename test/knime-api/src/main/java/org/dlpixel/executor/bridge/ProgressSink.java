package org.dlpixel.executor.bridge;

/** Receives the progress of one executing node; called from any thread. */
public interface ProgressSink {
    /** Discards progress and is never cancelled. */
    ProgressSink SILENT =
            new ProgressSink() {
                @Override
                public void report(double fraction, String message) {}

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };

    /**
     * The node got this far.
     *
     * @param fraction in [0, 1], never decreasing within one node; NaN if only the text changed
     * @param message what it does now, empty if the node said nothing
     */
    void report(double fraction, String message);

    /** True once the user has asked the node to stop. */
    boolean isCancelled();
}
