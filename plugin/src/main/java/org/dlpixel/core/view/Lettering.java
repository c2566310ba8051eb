package org.dlpixel.core.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text of any size, drawn as smooth strokes.
 *
 * <p>Letters are drawings on a grid whose capitals are 8 units high, see {@link Glyphs}. Characters
 * without a drawing appear as a box.
 */
public final class Lettering {

    /** Where the given x lies in the text. */
    public enum Align {
        LEFT(0),
        CENTRE(0.5),
        RIGHT(1);

        private final double share;

        Align(double share) {
            this.share = share;
        }
    }

    private static final double UNITS = 8;
    private static final double SPACING = 2;
    private static final double WEIGHT = 1.15;
    private static final int STEPS = 6;

    private final Canvas canvas;
    private final double unit;
    private final int colour;
    private final boolean upwards;

    /**
     * @param capitals height of capital letters in pixels
     */
    public Lettering(Canvas canvas, double capitals, int colour) {
        this(canvas, capitals, colour, false);
    }

    private Lettering(Canvas canvas, double capitals, int colour, boolean upwards) {
        this.canvas = canvas;
        this.unit = capitals / UNITS;
        this.colour = colour;
        this.upwards = upwards;
    }

    /** The same letters, running from bottom to top. */
    Lettering upwards() {
        return new Lettering(canvas, unit * UNITS, colour, true);
    }

    /** Length of a text in pixels. */
    public double length(String text) {
        return length(text, unit * UNITS);
    }

    /** Length of a text in pixels whose capitals are that high. */
    static double length(String text, double capitals) {
        double units = 0;
        for (int i = 0; i < text.length(); i++) {
            units += Glyphs.of(text.charAt(i)).width() + SPACING;
        }
        return Math.max(0, units - SPACING) * capitals / UNITS;
    }

    /**
     * A text in lines, broken between words; a word that is longer stays whole.
     *
     * @param width of a line in pixels
     * @param capitals height of capital letters in pixels
     */
    public static List<String> wrapped(String text, int width, double capitals) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && length(longer, capitals) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /**
     * Writes a text.
     *
     * @param x of the text's start, middle or end
     * @param y of its baseline
     */
    public void write(String text, double x, double y, Align align) {
        double pen = -align.share * length(text);
        for (int i = 0; i < text.length(); i++) {
            Glyphs.Glyph glyph = Glyphs.of(text.charAt(i));
            for (Glyphs.Stroke stroke : glyph.strokes()) {
                double[] xy = stroke.curved() ? smooth(stroke.xy(), stroke.closed()) : stroke.xy();
                canvas.stroke(placed(xy, x, y, pen), WEIGHT * unit, colour, 1);
            }
            pen += (glyph.width() + SPACING) * unit;
        }
    }

    private double[] placed(double[] xy, double x, double y, double pen) {
        double[] out = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            double along = pen + xy[i] * unit;
            double up = (UNITS - xy[i + 1]) * unit;
            out[i] = upwards ? x - up : x + along;
            out[i + 1] = upwards ? y - along : y - up;
        }
        return out;
    }

    /** The quadratic B-spline of a control polygon; doubled points are corners. */
    private static double[] smooth(double[] p, boolean closed) {
        int n = p.length / 2;
        List<double[]> curve = new ArrayList<>();
        if (!closed) {
            curve.add(new double[] {p[0], p[1]});
        }
        for (int i = closed ? 0 : 1; i < (closed ? n : n - 1); i++) {
            int before = Math.floorMod(i - 1, n);
            int after = (i + 1) % n;
            boolean first = !closed && i == 1;
            boolean last = !closed && i == n - 2;
            for (int s = 0; s <= STEPS; s++) {
                double t = (double) s / STEPS;
                double[] xy = new double[2];
                for (int k = 0; k < 2; k++) {
                    double control = p[2 * i + k];
                    double from = first ? p[k] : (p[2 * before + k] + control) / 2;
                    double to = last ? p[2 * n - 2 + k] : (control + p[2 * after + k]) / 2;
                    xy[k] = (1 - t) * (1 - t) * from + 2 * t * (1 - t) * control + t * t * to;
                }
                curve.add(xy);
            }
        }
        return curve.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
