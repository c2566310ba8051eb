package org.dlpixel.core.predict;

import java.util.Locale;

/**
 * How fast slices are predicted, as told to the user.
 *
 * @param done slices so far, at least 1
 * @param total slices to be done
 * @param seconds since the start
 */
record SlicePace(int done, int total, double seconds) {

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    double slicesPerSecond() {
        return done / Math.max(seconds, 1e-9);
    }

    double secondsLeft() {
        return (total - done) / slicesPerSecond();
    }

    /** E.g. {@code Slice 3 of 40, 1.25 slices/s, 30 s left}. */
    @Override
    public String toString() {
        double rate = slicesPerSecond();
        return String.format(
                Locale.ROOT,
                rate < 10
                        ? "Slice %d of %d, %.2f slices/s, %s left"
                        : "Slice %d of %d, %.0f slices/s, %s left",
                done,
                total,
                rate,
                duration(Math.round(secondsLeft())));
    }

    private static String duration(long seconds) {
        if (seconds < 2 * MINUTE) {
            return seconds + " s";
        }
        long minutes = (seconds + MINUTE - 1) / MINUTE;
        if (seconds < 2 * HOUR) {
            return minutes + " min";
        }
        return minutes / MINUTE + " h " + minutes % MINUTE + " min";
    }
}
