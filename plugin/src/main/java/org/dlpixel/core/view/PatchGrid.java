package org.dlpixel.core.view;

import java.util.List;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Patches next to each other, labels laid over them: what the network is shown.
 *
 * @param cells patches of one size, at least one
 * @param columns patches per row, at least 1
 */
public record PatchGrid(List<PatchGrid.Cell> cells, int columns) {

    /** Pixels that nothing is known of stay grey; pads too. */
    public record Cell(FloatImage image, LabelMask labels) {}

    private static final int LEAST = 128;
    private static final int MOST = 512;
    private static final int GAP = 6;
    private static final int PAPER = 0xffffff;
    private static final double ALPHA = 0.55;

    public PatchGrid {
        cells = List.copyOf(cells);
        if (cells.isEmpty() || columns < 1) {
            throw InvalidInput.of(
                    "patch grid",
                    cells.size() + " patches in " + columns + " columns",
                    "not empty");
        }
        FloatImage first = cells.get(0).image();
        for (Cell cell : cells) {
            if (cell.image().width() != first.width() || cell.image().height() != first.height()) {
                throw InvalidInput.of(
                        "patch size",
                        cell.image().width() + " x " + cell.image().height(),
                        "that of the others, " + first.width() + " x " + first.height());
            }
        }
    }

    /** Draws the grid. */
    public RgbImage render() {
        FloatImage first = cells.get(0).image();
        Scaling scaling = Scaling.fit(first.width(), first.height(), LEAST, MOST);
        int w = scaling.apply(first.width()) + GAP;
        int h = scaling.apply(first.height()) + GAP;
        int used = Math.min(columns, cells.size());
        int rows = (cells.size() + columns - 1) / columns;
        Canvas canvas = new Canvas(used * w + GAP, rows * h + GAP, PAPER);
        for (int i = 0; i < cells.size(); i++) {
            RgbImage picture = scaling.colours(cells.get(i).image());
            LabelMask labels = scaling.labels(cells.get(i).labels());
            Tint.areas(
                    picture, labels, c -> c == LabelMask.IGNORE ? Tint.NONE : Palette.of(c), ALPHA);
            canvas.draw(picture, GAP + (i % columns) * w, GAP + (i / columns) * h);
        }
        return canvas.image();
    }
}
