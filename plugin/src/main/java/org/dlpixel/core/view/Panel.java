package org.dlpixel.core.view;

import java.util.List;

/**
 * A picture with a caption above and a key of colours below.
 *
 * @param picture as it is shown
 * @param caption a few words
 * @param keys names of the colours, in order
 */
record Panel(RgbImage picture, String caption, List<Panel.Key> keys) {

    /** A colour and what it stands for. */
    record Key(String name, int colour) {}

    private static final int PAPER = 0xffffff;
    private static final int INK = 0x1f2328;
    private static final int FAINT = 0x57606a;
    private static final int GAP = 10;
    private static final int LINE = 28;
    private static final double CAPITALS = 13;
    private static final double CAPTION_CAPITALS = 11;
    private static final int SWATCH = 13;

    /** Draws panels of one height next to each other on white paper. */
    static RgbImage sideBySide(String title, List<Panel> panels) {
        int head = title.isEmpty() ? 0 : LINE;
        boolean keyed = panels.stream().anyMatch(p -> !p.keys.isEmpty());
        int height = panels.stream().mapToInt(p -> p.picture.height()).max().orElse(1);
        int width = GAP + panels.stream().mapToInt(p -> p.picture.width() + GAP).sum();
        int top = GAP + head + LINE;
        Canvas canvas = new Canvas(width, top + height + (keyed ? LINE + 4 : 0) + GAP, PAPER);
        Lettering ink = new Lettering(canvas, CAPITALS, INK);
        ink.write(title, GAP, GAP + CAPITALS + 2, Lettering.Align.LEFT);
        int x = GAP;
        for (Panel panel : panels) {
            panel.drawOn(canvas, x, top);
            x += panel.picture.width() + GAP;
        }
        return canvas.image();
    }

    private void drawOn(Canvas canvas, int x, int top) {
        Lettering faint = new Lettering(canvas, CAPTION_CAPITALS, FAINT);
        faint.write(caption, x, top - 9, Lettering.Align.LEFT);
        canvas.draw(picture, x, top);
        double pen = x;
        int baseline = top + picture.height() + LINE - 6;
        for (Key key : keys) {
            double needed = SWATCH + 6 + faint.length(key.name);
            if (pen + needed > x + picture.width()) {
                break;
            }
            canvas.fill((int) pen, baseline - SWATCH + 1, SWATCH, SWATCH, key.colour, 1);
            faint.write(key.name, pen + SWATCH + 6, baseline, Lettering.Align.LEFT);
            pen += needed + 16;
        }
    }
}
