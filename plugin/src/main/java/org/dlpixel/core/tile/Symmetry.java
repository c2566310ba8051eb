package org.dlpixel.core.tile;

import java.util.List;

/**
 * One of the eight ways to lay a rectangle of pixels onto the grid: x and y are exchanged or not,
 * then x, y, both or none are reversed.
 *
 * @param transpose whether x and y are exchanged
 * @param flipX whether the result is mirrored along its x
 * @param flipY whether the result is mirrored along its y
 */
public record Symmetry(boolean transpose, boolean flipX, boolean flipY) {

    /** Nothing changes. */
    public static final Symmetry IDENTITY = new Symmetry(false, false, false);

    /** Mirrored along x, y, both, and the identity, which comes first. */
    public static final List<Symmetry> FLIPS =
            List.of(
                    IDENTITY,
                    new Symmetry(false, true, false),
                    new Symmetry(false, false, true),
                    new Symmetry(false, true, true));

    /** By 0, 90, 180 and 270 degrees. */
    public static final List<Symmetry> ROTATIONS =
            List.of(
                    IDENTITY,
                    new Symmetry(true, true, false),
                    new Symmetry(false, true, true),
                    new Symmetry(true, false, true));

    /** All eight, the flips first. */
    public static final List<Symmetry> ALL =
            List.of(
                    IDENTITY,
                    new Symmetry(false, true, false),
                    new Symmetry(false, false, true),
                    new Symmetry(false, true, true),
                    new Symmetry(true, false, false),
                    new Symmetry(true, true, false),
                    new Symmetry(true, false, true),
                    new Symmetry(true, true, true));

    /** Where the pixels of a result lie in the original. */
    private record Walk(int columns, int rows, int start, int perColumn, int perRow) {}

    private Walk walk(int width, int height) {
        int columns = transpose ? height : width;
        int rows = transpose ? width : height;
        int perColumn = transpose ? width : 1;
        int perRow = transpose ? 1 : width;
        int start = (flipX ? (columns - 1) * perColumn : 0) + (flipY ? (rows - 1) * perRow : 0);
        return new Walk(
                columns, rows, start, flipX ? -perColumn : perColumn, flipY ? -perRow : perRow);
    }

    /**
     * Lays an image.
     *
     * @param image (channels, height, width)
     * @return (channels, width, height) if x and y are exchanged, else (channels, height, width)
     */
    public float[] apply(float[] image, int channels, int height, int width) {
        float[] laid = new float[channels * height * width];
        Walk walk = walk(width, height);
        int to = 0;
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < walk.rows; row++) {
                int from = c * height * width + walk.start + row * walk.perRow;
                for (int column = 0; column < walk.columns; column++) {
                    laid[to++] = image[from];
                    from += walk.perColumn;
                }
            }
        }
        return laid;
    }

    /**
     * Lays a result back and adds it to a sum.
     *
     * @param laid of an image that {@link #apply} laid
     * @param sum (channels, height, width), as the image lay before
     */
    public void addBack(float[] laid, float[] sum, int channels, int height, int width) {
        Walk walk = walk(width, height);
        int from = 0;
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < walk.rows; row++) {
                int to = c * height * width + walk.start + row * walk.perRow;
                for (int column = 0; column < walk.columns; column++) {
                    sum[to] += laid[from++];
                    to += walk.perColumn;
                }
            }
        }
    }
}
