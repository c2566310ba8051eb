package org.dlpixel.core.io;

import java.util.Locale;
import java.util.Map;
import org.dlpixel.core.image.TimeStep;

/** Names of time units as microscopes and programs write them. */
final class TimeUnits {

    static final String SECOND = "s";

    private static final Map<String, String> OME_NAMES =
            Map.of(
                    "ns",
                    "nanosecond",
                    "us",
                    "microsecond",
                    "ms",
                    "millisecond",
                    SECOND,
                    "second",
                    "min",
                    "minute",
                    "h",
                    "hour",
                    "d",
                    "day");

    private TimeUnits() {}

    /** One name for all spellings of a unit, {@code frame} for none, else as given. */
    static String normalise(String unit) {
        String u = unit.strip();
        return switch (u.toLowerCase(Locale.ROOT)) {
            case "", "frame", "frames", "pixel", "null" -> TimeStep.FRAME;
            case "nanosecond" -> "ns";
            case "us", "\u00b5s", "\u03bcs", "\u00b5sec", "\u03bcsec", "usec", "microsecond" ->
                    "us";
            case "ms", "msec", "millisecond" -> "ms";
            case "s", "sec", "second", "seconds" -> SECOND;
            case "min", "minute", "minutes" -> "min";
            case "h", "hr", "hour", "hours" -> "h";
            case "d", "day", "days" -> "d";
            default -> u;
        };
    }

    /** OME-Zarr's name of a normalised unit; as given if it has none. */
    static String toOme(String unit) {
        return OME_NAMES.getOrDefault(unit, unit);
    }

    /** A time step, or {@link TimeStep#UNKNOWN} if the number makes no sense. */
    static TimeStep timeStep(double step, String unit) {
        boolean sane = step > 0 && Double.isFinite(step);
        return sane ? new TimeStep(step, normalise(unit)) : TimeStep.UNKNOWN;
    }
}
