package org.dlpixel.core.predict;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.tile.BlendBand;
import org.dlpixel.core.tile.SlidingWindow;

/**
 * Applies a network to overlapping windows and blends what it says: logits, or the averaged
 * probabilities of each window if it is shown in several positions.
 */
final class SlidingSlices implements SliceWorker {

    private final Windows.Sliding windows;
    private final Scores scores;
    private final int classes;
    private final float[] importance;

    /** Empty, of the last slice's width; for the next one. */
    private Optional<BlendBand> spare = Optional.empty();

    /**
     * @param classes channels of the scores
     */
    SlidingSlices(Windows.Sliding windows, Scores scores, int classes) {
        this.windows = windows;
        this.scores = scores;
        this.classes = classes;
        this.importance = windows.importance().map(windows.width(), windows.height());
    }

    /**
     * @throws InvalidInput if the network takes no windows of that size
     */
    static SlidingSlices of(
            PixelNetwork network, Windows.Sliding windows, TestTimeAugmentation augmentation) {
        PieceSizes.requireTakes(network.tileRule(), windows.width(), windows.height());
        if (augmentation.turns()) {
            PieceSizes.requireTakes(network.tileRule(), windows.height(), windows.width());
        }
        return new SlidingSlices(windows, Scores.of(network, augmentation), network.classCount());
    }

    @Override
    public void find(FloatImage slice, Findings findings, Stop stop) {
        scores(slice, findings, stop);
    }

    /** Hands out the blended scores of all pixels, rows in ascending order. */
    void scores(FloatImage slice, RowTarget target, Stop stop) {
        SlidingWindow places =
                new SlidingWindow(
                        slice.width(),
                        slice.height(),
                        windows.width(),
                        windows.height(),
                        windows.overlap());
        BlendBand band = takeBand(places.paddedWidth());
        List<Integer> starts = places.rows();
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1) : places.paddedHeight();
            addRow(slice, places, start, band, stop);
            band.finish(end - start);
            handOut(slice, places, start, end, band, target);
            band.advance(end - start);
        }
        spare = Optional.of(band);
    }

    /** An empty one; if the slice is not finished, what it leaves is not used again. */
    private BlendBand takeBand(int width) {
        BlendBand band =
                spare.filter(known -> known.width() == width)
                        .orElseGet(() -> new BlendBand(width, windows.height(), classes));
        spare = Optional.empty();
        return band;
    }

    private void addRow(FloatImage slice, SlidingWindow places, int y, BlendBand band, Stop stop) {
        Roi inside = places.slice();
        for (int x : places.columns()) {
            stop.check();
            float[] piece = zeroPadded(slice, x - inside.xStart(), y - inside.yStart());
            band.add(x, scores.of(piece, windows.height(), windows.width()), importance);
        }
    }

    /** A window that starts at a pixel of the slice, or before it. */
    private float[] zeroPadded(FloatImage slice, int x, int y) {
        int width = windows.width();
        int height = windows.height();
        float[] piece = new float[slice.channels() * width * height];
        int left = Math.max(0, -x);
        int count = Math.min(width, slice.width() - x) - left;
        int bottom = Math.min(height, slice.height() - y);
        for (int c = 0; c < slice.channels(); c++) {
            for (int row = Math.max(0, -y); row < bottom; row++) {
                System.arraycopy(
                        slice.pixels(),
                        (c * slice.height() + y + row) * slice.width() + x + left,
                        piece,
                        (c * height + row) * width + left,
                        count);
            }
        }
        return piece;
    }

    /** Rows of the padded slice, as far as they lie in the slice. */
    private void handOut(
            FloatImage slice,
            SlidingWindow places,
            int start,
            int end,
            BlendBand band,
            RowTarget target) {
        Roi inside = places.slice();
        int plane = places.paddedWidth() * windows.height();
        for (int y = Math.max(start, inside.yStart()); y < Math.min(end, inside.yEnd()); y++) {
            target.row(
                    (y - inside.yStart()) * slice.width(),
                    slice.width(),
                    band.values(),
                    (y - start) * places.paddedWidth() + inside.xStart(),
                    plane);
        }
    }
}
