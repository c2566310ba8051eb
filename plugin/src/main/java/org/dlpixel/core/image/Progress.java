package org.dlpixel.core.image;

/** Where a long task tells how far it is and learns that it should stop. */
public interface Progress {

    /**
     * Tells how far the task is.
     *
     * @param fraction share of the work done, 0..1
     * @param message what is being done, for the user
     */
    void report(double fraction, String message);

    /**
     * Called often (every batch, tile or slice).
     *
     * @throws PixelClassificationException.Cancelled if the user asked to stop
     */
    void checkCancelled();

    /** Reports nowhere and is never cancelled. */
    static Progress none() {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public void checkCancelled() {}
        };
    }

    /**
     * The part of this progress between two fractions, as a progress of its own.
     *
     * @param from fraction at the part's start, 0..1
     * @param to fraction at the part's end, from..1
     */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                whole.report(from + (to - from) * fraction, message);
            }

            @Override
            public void checkCancelled() {
                whole.checkCancelled();
            }
        };
    }
}
