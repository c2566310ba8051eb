package org.dlpixel.core.view;

import java.util.ArrayList;
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
    private static final int KEY_LINE = 22;
    private static final int KEY_GAP = 16;

    /** Draws panels next to each other on white paper. */
    static RgbImage sideBySide(String title, List<Panel> panels) {
        int head = title.isEmpty() ? 0 : LINE;
        int top = GAP + head + LINE;
        int width = GAP + panels.stream().mapToInt(p -> p.picture.width() + GAP).sum();
        int height = panels.stream().mapToInt(Panel::height).max().orElse(1);
        Canvas canvas = new Canvas(width, top + height + GAP, PAPER);
        Lettering ink = new Lettering(canvas, CAPITALS, INK);
        ink.write(title, GAP, GAP + CAPITALS + 2, Lettering.Align.LEFT);
        int x = GAP;
        for (Panel panel : panels) {
            panel.drawOn(canvas, x, top);
            x += panel.picture.width() + GAP;
        }
        return canvas.image();
    }

    /** Of the picture and its key. */
    private int height() {
        return picture.height() + (keys.isEmpty() ? 0 : keyLines().size() * KEY_LINE + 6);
    }

    private void drawOn(Canvas canvas, int x, int top) {
        Lettering faint = new Lettering(canvas, CAPTION_CAPITALS, FAINT);
        faint.write(caption, x, top - 9, Lettering.Align.LEFT);
        canvas.draw(picture, x, top);
        int baseline = top + picture.height() + KEY_LINE;
        for (List<Key> line : keyLines()) {
            int pen = x;
            for (Key key : line) {
                canvas.fill(pen, baseline - SWATCH + 1, SWATCH, SWATCH, key.colour, 1);
                faint.write(key.name, pen + SWATCH + 6, baseline, Lettering.Align.LEFT);
                pen += length(key);
            }
            baseline += KEY_LINE;
        }
    }

    /** The keys, as many per line as the picture is wide. */
    private List<List<Key>> keyLines() {
        List<List<Key>> lines = new ArrayList<>();
        int room = 0;
        for (Key key : keys) {
            if (lines.isEmpty() || length(key) > room) {
                lines.add(new ArrayList<>());
                room = picture.width() + KEY_GAP;
            }
            lines.get(lines.size() - 1).add(key);
            room -= length(key);
        }
        return lines;
    }

    private static int length(Key key) {
        double text = Lettering.length(key.name, CAPTION_CAPITALS);
        return (int) Math.ceil(SWATCH + 6 + text + KEY_GAP);
    }
}
