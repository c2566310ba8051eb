package org.dlpixel.executor.console;

import java.time.Duration;

/** Durations as people read them. */
public final class Durations {
    private Durations() {}

    /** For example {@code 4.2 s}, {@code 3 min 05 s} or {@code 1 h 02 min}. */
    public static String format(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            long tenths = duration.toMillis() / 100;
            return tenths / 10 + "." + tenths % 10 + " s";
        } else if (seconds < 60) {
            return seconds + " s";
        } else if (seconds < 3600) {
            return seconds / 60 + " min " + twoDigits(seconds % 60) + " s";
        }
        return seconds / 3600 + " h " + twoDigits(seconds / 60 % 60) + " min";
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
