package org.dlpixel.benchmark.pictures;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.view.Canvas;
import org.dlpixel.core.view.Lettering;
import org.dlpixel.core.view.Palette;
import org.dlpixel.core.view.RgbImage;
import org.dlpixel.core.view.Scaling;
import org.dlpixel.core.view.Tint;

/**
 * Rows of small patches, each row with a name above and words below every patch: what is done to
 * one and the same patch, again and again.
 *
 * <p>Foreground labels are tinted and have a contour; pixels that nothing is known of are hatched.
 */
public final class PatchSheet {

    private static final int PAPER = 0xffffff;
    private static final int INK = 0x1f2328;
    private static final int FAINT = 0x57606a;
    private static final int GAP = 6;
    private static final int MARGIN = 12;
    private static final int BETWEEN = 24;
    private static final int HEAD = 52;
    private static final int NAME = 24;
    private static final int LINE = 13;
    private static final double TITLE_CAPITALS = 13;
    private static final double NAME_CAPITALS = 11;
    private static final double CAPTION_CAPITALS = 7;
    private static final double ALPHA = 0.25;
    private static final int HATCH = 6;
    private static final int HATCHED = 0x56b4e9;

    /**
     * A patch.
     *
     * @param image normalised intensities
     * @param labels class indices, of the same size
     * @param caption what was done to it; may be empty
     */
    public record Cell(FloatImage image, LabelMask labels, String caption) {}

    private record Row(String name, List<Cell> cells) {

        int side() {
            return cells.get(0).image().width();
        }

        int lines() {
            return cells.stream()
                    .mapToInt(
                            cell ->
                                    Lettering.wrapped(cell.caption(), side(), CAPTION_CAPITALS)
                                            .size())
                    .max()
                    .orElse(0);
        }

        int height() {
            return NAME + side() + lines() * LINE + GAP;
        }
    }

    private final String title;
    private final int columns;
    private final int blocks;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param columns patches per row
     * @param blocks rows next to each other
     */
    public PatchSheet(String title, int columns, int blocks) {
        this.title = title;
        this.columns = columns;
        this.blocks = blocks;
    }

    /** Adds a row of as many patches as there are columns, all of the same size. */
    public void add(String name, List<Cell> cells) {
        rows.add(new Row(name, List.copyOf(cells)));
    }

    /** Draws the sheet; rows run down the first block, then down the next one. */
    public RgbImage render() {
        int width = columns * (rows.get(0).side() + GAP) - GAP;
        int perBlock = (rows.size() + blocks - 1) / blocks;
        int tallest = 0;
        for (int first = 0; first < rows.size(); first += perBlock) {
            tallest = Math.max(tallest, heightOf(first, Math.min(rows.size(), first + perBlock)));
        }
        Canvas canvas =
                new Canvas(
                        2 * MARGIN + blocks * (width + BETWEEN) - BETWEEN,
                        HEAD + tallest + MARGIN,
                        PAPER);
        head(canvas);
        for (int i = 0; i < rows.size(); i++) {
            int x = MARGIN + i / perBlock * (width + BETWEEN);
            draw(rows.get(i), canvas, x, HEAD + heightOf(i / perBlock * perBlock, i));
        }
        return canvas.image();
    }

    private int heightOf(int from, int to) {
        return rows.subList(from, to).stream().mapToInt(Row::height).sum();
    }

    private void head(Canvas canvas) {
        Lettering ink = new Lettering(canvas, TITLE_CAPITALS, INK);
        Lettering faint = new Lettering(canvas, CAPTION_CAPITALS + 1, FAINT);
        ink.write(title, MARGIN, MARGIN + TITLE_CAPITALS, Lettering.Align.LEFT);
        int baseline = MARGIN + 32;
        int x = MARGIN;
        x = key(canvas, faint, x, baseline, Palette.of(1), "labels of a class");
        key(canvas, faint, x, baseline, HATCHED, "hatched: nothing is known, ignored");
    }

    private static int key(
            Canvas canvas, Lettering letters, int x, int baseline, int colour, String name) {
        canvas.fill(x, baseline - 9, 10, 10, colour, 1);
        letters.write(name, x + 16, baseline, Lettering.Align.LEFT);
        return x + 40 + (int) letters.length(name);
    }

    private void draw(Row row, Canvas canvas, int x, int y) {
        Lettering ink = new Lettering(canvas, NAME_CAPITALS, INK);
        Lettering faint = new Lettering(canvas, CAPTION_CAPITALS, FAINT);
        ink.write(row.name(), x, y + NAME - 7, Lettering.Align.LEFT);
        for (Cell cell : row.cells()) {
            canvas.draw(picture(cell), x, y + NAME);
            double baseline = y + NAME + row.side() + LINE - 2;
            for (String line : Lettering.wrapped(cell.caption(), row.side(), CAPTION_CAPITALS)) {
                faint.write(line, x, baseline, Lettering.Align.LEFT);
                baseline += LINE;
            }
            x += cell.image().width() + GAP;
        }
    }

    private static RgbImage picture(Cell cell) {
        RgbImage picture = new Scaling(1, 1).colours(cell.image());
        Tint.areas(picture, cell.labels(), PatchSheet::foreground, ALPHA);
        Tint.contours(picture, cell.labels(), PatchSheet::foreground);
        int width = picture.width();
        for (int i = 0; i < picture.rgb().length; i++) {
            boolean line = (i % width + i / width) % HATCH == 0;
            if (line && cell.labels().classes()[i] == LabelMask.IGNORE) {
                picture.rgb()[i] = HATCHED;
            }
        }
        return picture;
    }

    private static int foreground(int c) {
        return c <= 0 ? Tint.NONE : Palette.of(c);
    }
}
