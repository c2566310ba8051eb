package org.dlpixel.core.view;

import java.util.ArrayList;
import java.util.List;

/** The rectangle of a chart in which curves run. */
record Plot(Canvas canvas, int left, int top, int width, int height, Axis x, Axis y) {

    private static final double LINE = 2.2;
    private static final int DASH = 6;
    private static final int KEY_LINE = 20;
    private static final int KEY_PAD = 8;
    private static final int SWATCH = 22;

    void grid(Lettering numbers, int colour, int ticks) {
        for (double tick : y.ticks(ticks)) {
            double at = py(tick);
            canvas.line(left, at, left + width, at, 1, colour);
            numbers.write(y.text(tick), left - 8, at + 5, Lettering.Align.RIGHT);
        }
        for (double tick : x.ticks(ticks + 1)) {
            double at = px(tick);
            canvas.line(at, top + height, at, top + height + 5, 1, colour);
            numbers.write(x.text(tick), at, top + height + 21, Lettering.Align.CENTRE);
        }
    }

    /** A dashed line from top to bottom; its label stands on the side with more room. */
    void mark(double at, String label, Lettering text, int colour) {
        double column = px(at);
        for (int row = top; row < top + height; row += 2 * DASH) {
            canvas.line(column, row, column, Math.min(top + height, row + DASH), 1.2, colour);
        }
        text.write(label, column, top - 7, labelAlign(column, text.length(label)));
    }

    private Lettering.Align labelAlign(double column, double length) {
        if (column + length / 2 > left + width) {
            return Lettering.Align.RIGHT;
        }
        return column - length / 2 < left ? Lettering.Align.LEFT : Lettering.Align.CENTRE;
    }

    /** A dot where the curve passes the mark. */
    void markPoint(Series series, double at, int paper) {
        for (int i = 0; i < series.x().length; i++) {
            if (series.x()[i] == at && visible(series.y()[i])) {
                canvas.dot(px(at), py(series.y()[i]), 11, paper);
                canvas.dot(px(at), py(series.y()[i]), 8, series.colour());
            }
        }
    }

    void curve(Series series) {
        List<Double> run = new ArrayList<>();
        for (int i = 0; i <= series.x().length; i++) {
            boolean drawn = i < series.x().length && visible(series.y()[i]);
            if (drawn) {
                run.add(px(series.x()[i]));
                run.add(py(series.y()[i]));
            }
            if (!drawn || !series.connected()) {
                drawRun(run, series.colour());
                run.clear();
            }
        }
    }

    private void drawRun(List<Double> run, int colour) {
        if (run.size() == 2) {
            canvas.dot(run.get(0), run.get(1), 6, colour);
        } else if (run.size() > 2) {
            double[] xy = run.stream().mapToDouble(Double::doubleValue).toArray();
            canvas.stroke(xy, LINE, colour, 1);
        }
    }

    /** Names of the curves, in the corner that the fewest points lie in. */
    void key(List<Series> series, Lettering text, int paper) {
        double longest = series.stream().mapToDouble(s -> text.length(s.name())).max().orElse(0);
        int w = (int) Math.ceil(longest) + SWATCH + 3 * KEY_PAD;
        int h = series.size() * KEY_LINE + KEY_PAD;
        int bestX = 0;
        int bestY = 0;
        long fewest = Long.MAX_VALUE;
        int[] columns = {left + width - w - 4, left + 6};
        int[] rows = {top + 4, top + height - h - 6};
        for (int row : rows) {
            for (int column : columns) {
                long points = points(series, column, row, w, h);
                if (points < fewest) {
                    fewest = points;
                    bestX = column;
                    bestY = row;
                }
            }
        }
        canvas.fill(bestX, bestY, w, h, paper, 0.85);
        for (int i = 0; i < series.size(); i++) {
            double baseline = bestY + KEY_PAD + 9 + i * KEY_LINE;
            double middle = baseline - 4;
            double from = bestX + KEY_PAD;
            if (series.get(i).connected()) {
                canvas.line(from, middle, from + SWATCH, middle, 3, series.get(i).colour());
            } else {
                canvas.dot(from + SWATCH / 2.0, middle, 6, series.get(i).colour());
            }
            text.write(
                    series.get(i).name(), from + SWATCH + KEY_PAD, baseline, Lettering.Align.LEFT);
        }
    }

    private long points(List<Series> series, int column, int row, int w, int h) {
        long n = 0;
        for (Series s : series) {
            for (int i = 0; i < s.x().length; i++) {
                double dx = px(s.x()[i]) - column;
                double dy = py(s.y()[i]) - row;
                n += visible(s.y()[i]) && dx >= 0 && dx <= w && dy >= 0 && dy <= h ? 1 : 0;
            }
        }
        return n;
    }

    private boolean visible(double value) {
        return Double.isFinite(value) && !(y.logarithmic() && value <= 0);
    }

    private double px(double value) {
        return left + width * x.share(value);
    }

    private double py(double value) {
        return top + height * (1 - y.share(value));
    }
}
