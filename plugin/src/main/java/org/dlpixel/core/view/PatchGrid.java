package org.dlpixel.core.view;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Patches next to each other, labels laid over them: what the network is shown.
 *
 * <p>A patch becomes a picture of 144 to 288 pixels as it is added and is not kept. Labels are half
 * transparent areas with contours, the background's too; pixels that nothing is known of stay as
 * they are. Under every patch stands what was done to it.
 */
public final class PatchGrid {

    private static final int LEAST = 144;
    private static final int MOST = 288;
    private static final int GAP = 8;
    private static final int PAPER = 0xffffff;
    private static final int FAINT = 0x57606a;
    private static final double ALPHA = 0.35;
    private static final double CAPITALS = 8;
    private static final int LINE = 14;

    private final String title;
    private final ClassList classes;
    private final List<RgbImage> pictures = new ArrayList<>();
    private final List<String> captions = new ArrayList<>();
    private final TreeSet<Integer> seen = new TreeSet<>();

    /**
     * @param title above the grid; may be empty
     * @param classes names in the key
     */
    public PatchGrid(String title, ClassList classes) {
        this.title = title;
        this.classes = classes;
    }

    /**
     * Adds a patch.
     *
     * @param image normalised intensities, 0..1
     * @param labels class indices, of the same size
     * @param caption a few words, broken into lines; may be empty
     * @throws InvalidInput if sizes differ, from each other or from those of the patches before
     */
    public void add(FloatImage image, LabelMask labels, String caption) {
        if (image.width() != labels.width() || image.height() != labels.height()) {
            throw InvalidInput.of(
                    "size of a patch's labels",
                    labels.width() + " x " + labels.height(),
                    "that of its image, " + image.width() + " x " + image.height());
        }
        Scaling scaling = Scaling.fit(image.width(), image.height(), LEAST, MOST);
        RgbImage picture = scaling.colours(image);
        requireSize(picture);
        LabelMask scaled = scaling.labels(labels);
        Tint.areas(picture, scaled, PatchGrid::colour, ALPHA);
        Tint.contours(picture, scaled, PatchGrid::colour);
        for (byte c : labels.classes()) {
            if (c != LabelMask.IGNORE) {
                seen.add((int) c);
            }
        }
        pictures.add(picture);
        captions.add(caption);
    }

    private void requireSize(RgbImage picture) {
        if (pictures.isEmpty()) {
            return;
        }
        RgbImage first = pictures.get(0);
        if (picture.width() != first.width() || picture.height() != first.height()) {
            throw InvalidInput.of(
                    "patch size as shown",
                    picture.width() + " x " + picture.height(),
                    "that of the others, " + first.width() + " x " + first.height());
        }
    }

    /** Number of patches so far. */
    public int size() {
        return pictures.size();
    }

    /**
     * Draws the grid, about as many patches in a row as there are rows.
     *
     * @throws InvalidInput if there are no patches
     */
    public RgbImage render() {
        if (pictures.isEmpty()) {
            throw InvalidInput.of("number of patches in a grid", 0, "1 or more");
        }
        List<Panel.Key> keys = new ArrayList<>();
        for (int c : seen) {
            String name = c < classes.size() ? classes.name(c) : "class " + c;
            keys.add(new Panel.Key(name, Palette.of(c)));
        }
        return Panel.sideBySide(title, List.of(new Panel(grid(), "", keys)));
    }

    private RgbImage grid() {
        int columns = (int) Math.ceil(Math.sqrt(pictures.size()));
        int rows = (pictures.size() + columns - 1) / columns;
        int w = pictures.get(0).width();
        int h = pictures.get(0).height();
        List<List<String>> lines =
                captions.stream().map(c -> Lettering.wrapped(c, w, CAPITALS)).toList();
        int text = lines.stream().mapToInt(List::size).max().orElse(0) * LINE;
        Canvas canvas = new Canvas(columns * (w + GAP) - GAP, rows * (h + text + GAP) - GAP, PAPER);
        Lettering letters = new Lettering(canvas, CAPITALS, FAINT);
        for (int i = 0; i < pictures.size(); i++) {
            int x = i % columns * (w + GAP);
            int y = i / columns * (h + text + GAP);
            canvas.draw(pictures.get(i), x, y);
            double baseline = y + h + LINE - 2;
            for (String line : lines.get(i)) {
                letters.write(line, x, baseline, Lettering.Align.LEFT);
                baseline += LINE;
            }
        }
        return canvas.image();
    }

    private static int colour(int c) {
        return c == LabelMask.IGNORE ? Tint.NONE : Palette.of(c);
    }
}
