package org.dlpixel.core.image;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * An annotated rectangle of a slice, in pixels, half-open: x in [xStart, xEnd), y in [yStart,
 * yEnd).
 *
 * @param xStart first column, at least 0
 * @param yStart first row, at least 0
 * @param xEnd column after the last, above xStart
 * @param yEnd row after the last, above yStart
 */
public record Roi(int xStart, int yStart, int xEnd, int yEnd) {

    public Roi {
        if (xStart < 0 || yStart < 0 || xEnd <= xStart || yEnd <= yStart) {
            throw InvalidInput.of(
                    "ROI",
                    text(xStart, yStart, xEnd, yEnd),
                    "xstart,ystart,xend,yend with 0 <= start < end on both axes");
        }
    }

    /** The whole of an image. */
    public static Roi whole(int width, int height) {
        return new Roi(0, 0, width, height);
    }

    /**
     * Reads {@code xstart,ystart,xend,yend}, the form that {@link #toString} writes.
     *
     * @throws InvalidInput if the text is of another form
     */
    public static Roi parse(String text) {
        try {
            int[] v =
                    Arrays.stream(text.split(",", -1))
                            .mapToInt(part -> Integer.parseInt(part.strip()))
                            .toArray();
            if (v.length == 4) {
                return new Roi(v[0], v[1], v[2], v[3]);
            }
        } catch (NumberFormatException e) {
            throw new InvalidInput(
                    "Illegal ROI: '" + text + "', must be xstart,ystart,xend,yend.", e);
        }
        throw InvalidInput.of("ROI", "'" + text + "'", "xstart,ystart,xend,yend");
    }

    public int width() {
        return xEnd - xStart;
    }

    public int height() {
        return yEnd - yStart;
    }

    /** Whether both share a pixel. */
    public boolean overlaps(Roi other) {
        return xStart < other.xEnd
                && other.xStart < xEnd
                && yStart < other.yEnd
                && other.yStart < yEnd;
    }

    /** Raises {@link InvalidInput} unless this box lies inside an image of that size. */
    public void requireInside(int imageWidth, int imageHeight) {
        if (xEnd > imageWidth || yEnd > imageHeight) {
            throw InvalidInput.of(
                    "ROI", this, "inside the image of " + imageWidth + " x " + imageHeight);
        }
    }

    @Override
    public String toString() {
        return text(xStart, yStart, xEnd, yEnd);
    }

    private static String text(int... values) {
        return IntStream.of(values).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
}
