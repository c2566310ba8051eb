package org.dlpixel.core.tile;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;

/**
 * Overlapping windows in the order and at the places of MONAI's {@code sliding_window_inference}.
 *
 * <p>A slice smaller than the window is padded with zeros to its size, half before (rounded down)
 * and the rest after. Windows start at multiples of max(1, floor(side * (1 - overlap))); the last
 * one is moved back to end with the slice. They are listed row by row, in pixels of the padded
 * slice.
 */
public final class SlidingWindow {

    private final int windowWidth;
    private final int windowHeight;
    private final int paddedWidth;
    private final int paddedHeight;
    private final Roi slice;
    private final List<Integer> columns;
    private final List<Integer> rows;

    /**
     * @param width of the slice, at least 1
     * @param height of the slice, at least 1
     * @param windowWidth at least 1
     * @param windowHeight at least 1
     * @param overlap share of the window that neighbours share, 0 to below 1
     */
    public SlidingWindow(int width, int height, int windowWidth, int windowHeight, double overlap) {
        if (!(overlap >= 0 && overlap < 1)) {
            throw InvalidInput.of("overlap", overlap, "at least 0 and below 1");
        }
        if (windowWidth < 1 || windowHeight < 1) {
            throw InvalidInput.of(
                    "window size", windowWidth + " x " + windowHeight, "at least 1 x 1");
        }
        this.windowWidth = windowWidth;
        this.windowHeight = windowHeight;
        this.paddedWidth = Math.max(width, windowWidth);
        this.paddedHeight = Math.max(height, windowHeight);
        int left = (paddedWidth - width) / 2;
        int top = (paddedHeight - height) / 2;
        this.slice = new Roi(left, top, left + width, top + height);
        this.columns = starts(paddedWidth, windowWidth, overlap);
        this.rows = starts(paddedHeight, windowHeight, overlap);
    }

    /** First pixels of the windows along one axis, ascending. */
    static List<Integer> starts(int extent, int window, double overlap) {
        int interval = window == extent ? window : Math.max(1, (int) (window * (1 - overlap)));
        List<Integer> starts = new ArrayList<>();
        int start = 0;
        for (; start + window < extent; start += interval) {
            starts.add(start);
        }
        starts.add(extent - window);
        return List.copyOf(starts);
    }

    public int paddedWidth() {
        return paddedWidth;
    }

    public int paddedHeight() {
        return paddedHeight;
    }

    /** Where the slice lies in the padded slice. */
    public Roi slice() {
        return slice;
    }

    /** First columns of the windows, ascending. */
    public List<Integer> columns() {
        return columns;
    }

    /** First rows of the windows, ascending. */
    public List<Integer> rows() {
        return rows;
    }

    /** All windows, row by row. */
    public List<Roi> windows() {
        List<Roi> windows = new ArrayList<>();
        for (int y : rows) {
            for (int x : columns) {
                windows.add(new Roi(x, y, x + windowWidth, y + windowHeight));
            }
        }
        return windows;
    }
}
