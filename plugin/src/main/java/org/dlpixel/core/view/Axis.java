package org.dlpixel.core.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A range of numbers, its ticks, and where a number lies on it.
 *
 * @param low below high; above 0 if logarithmic
 * @param high finite
 * @param logarithmic whether equal factors take equal room
 */
record Axis(double low, double high, boolean logarithmic) {

    private static final double[] STEPS = {1, 2, 5, 10};

    /** An axis that holds the values, widened to round numbers; 0..1 if there are none. */
    static Axis around(double least, double most, boolean logarithmic, int ticks) {
        if (!(least <= most) || (logarithmic && least <= 0)) {
            return new Axis(logarithmic ? 1e-4 : 0, 1, logarithmic);
        }
        if (logarithmic) {
            return new Axis(decade(Math.floor(Math.log10(least) + 1e-9)), above(most, least), true);
        }
        double room = most > least ? most - least : Math.max(1e-3, Math.abs(most));
        double step = step(room, ticks);
        double low = Math.floor(least / step + 1e-9) * step;
        double high = Math.ceil(most / step - 1e-9) * step;
        return new Axis(low, high > low ? high : low + step, false);
    }

    private static double above(double most, double least) {
        double top = decade(Math.ceil(Math.log10(most) - 1e-9));
        double bottom = decade(Math.floor(Math.log10(least) + 1e-9));
        return top > bottom ? top : 10 * bottom;
    }

    private static double decade(double exponent) {
        return Math.pow(10, exponent);
    }

    /** 0 at the low end, 1 at the high end. */
    double share(double value) {
        return logarithmic
                ? Math.log(value / low) / Math.log(high / low)
                : (value - low) / (high - low);
    }

    /** Round numbers on the axis, about as many as wished. */
    List<Double> ticks(int wished) {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double e = Math.rint(Math.log10(low)); decade(e) <= high * 1.0001; e++) {
                ticks.add(decade(e));
            }
            return ticks;
        }
        double step = step(high - low, wished);
        for (double i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A tick's number, without superfluous digits. */
    String text(double tick) {
        if (logarithmic && (tick < 0.01 || tick >= 10000)) {
            return "1e" + Math.round(Math.log10(tick));
        }
        double magnitude = Math.max(Math.abs(low), Math.abs(high));
        if (magnitude >= 1e6 || magnitude < 1e-4) {
            return String.format(Locale.ROOT, "%.1e", tick);
        }
        String digits = String.format(Locale.ROOT, "%.6f", tick);
        return new BigDecimal(digits).stripTrailingZeros().toPlainString();
    }

    private static double step(double room, int ticks) {
        double raw = room / Math.max(1, ticks);
        double unit = decade(Math.floor(Math.log10(raw)));
        for (double s : STEPS) {
            if (s * unit >= raw * 0.999) {
                return s * unit;
            }
        }
        return 10 * unit;
    }
}
