package org.dlpixel.core.view;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * One chart: curves over a common x axis, ticks, grid, a key and an optional mark.
 *
 * @param title above the chart
 * @param xLabel below it
 * @param series curves
 * @param scale of the y axis
 * @param mark x at which a dashed line stands, with its label
 */
public record Chart(
        String title,
        String xLabel,
        List<Series> series,
        Chart.Scale scale,
        OptionalDouble mark,
        String markLabel) {

    /** How y is shown. */
    public enum Scale {
        /** As much as the curves need. */
        LINEAR,
        /** From 0 to 1. */
        UNIT,
        /** Decades. */
        LOGARITHMIC
    }

    static final int WIDTH = 490;
    static final int HEIGHT = 400;

    private static final int LEFT = 66;
    private static final int RIGHT = 18;
    private static final int TOP = 44;
    private static final int BOTTOM = 56;
    private static final int TICKS = 5;
    private static final int PAPER = 0xffffff;
    private static final int INK = 0x1f2328;
    private static final int FAINT = 0x57606a;
    private static final int GRID = 0xe4e7eb;
    private static final double CAPITALS = 10.5;

    public Chart {
        series = List.copyOf(series);
    }

    /** A chart without a mark. */
    public static Chart of(String title, String xLabel, List<Series> series, Scale scale) {
        return new Chart(title, xLabel, series, scale, OptionalDouble.empty(), "");
    }

    /** Charts next to each other. */
    public static RgbImage sideBySide(List<Chart> charts) {
        Canvas canvas = new Canvas(Math.max(1, charts.size()) * WIDTH, HEIGHT, PAPER);
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).drawOn(canvas, i * WIDTH, WIDTH);
        }
        return canvas.image();
    }

    /** This chart alone, {@code width} pixels wide. */
    public RgbImage render(int width) {
        Canvas canvas = new Canvas(Math.max(width, WIDTH / 2), HEIGHT, PAPER);
        drawOn(canvas, 0, canvas.width());
        return canvas.image();
    }

    private void drawOn(Canvas canvas, int left, int width) {
        Plot plot =
                new Plot(
                        canvas,
                        left + LEFT,
                        TOP,
                        width - LEFT - RIGHT,
                        HEIGHT - TOP - BOTTOM,
                        xAxis(),
                        yAxis());
        new Lettering(canvas, CAPITALS + 1, INK)
                .write(title, left + LEFT, TOP - 18, Lettering.Align.LEFT);
        Lettering faint = new Lettering(canvas, CAPITALS, FAINT);
        plot.grid(faint, GRID, TICKS);
        faint.write(
                xLabel,
                left + LEFT + (width - LEFT - RIGHT) / 2.0,
                HEIGHT - 12,
                Lettering.Align.CENTRE);
        mark.ifPresent(x -> plot.mark(x, markLabel, faint, FAINT));
        for (Series s : series) {
            plot.curve(s);
            mark.ifPresent(x -> plot.markPoint(s, x, PAPER));
        }
        List<Series> named = series.stream().filter(s -> !s.name().isEmpty()).toList();
        if (named.size() > 1) {
            plot.key(named, new Lettering(canvas, CAPITALS - 1, INK), PAPER);
        }
    }

    private Axis xAxis() {
        double least = extreme(s -> min(s.x()));
        double most = -extreme(s -> -max(s.x()));
        return least < most ? new Axis(least, most, false) : Axis.around(least, most, false, TICKS);
    }

    private Axis yAxis() {
        if (scale == Scale.UNIT) {
            return new Axis(0, 1, false);
        }
        boolean logarithmic = scale == Scale.LOGARITHMIC;
        double least = extreme(s -> min(s.y()));
        double most = -extreme(s -> -max(s.y()));
        double low = logarithmic ? least : Math.min(0, least);
        return Axis.around(low, most, logarithmic, TICKS);
    }

    private double extreme(ToDoubleFunction<Series> of) {
        return series.stream()
                .mapToDouble(of)
                .filter(v -> !Double.isNaN(v))
                .min()
                .orElse(Double.NaN);
    }

    private static double min(double[] values) {
        return finite(values).min().orElse(Double.NaN);
    }

    private static double max(double[] values) {
        return finite(values).max().orElse(Double.NaN);
    }

    private static DoubleStream finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite);
    }
}
