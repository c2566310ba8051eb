package org.dlpixel.core.predict;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.tile.Importance;

/** How a slice is cut for the network. */
public sealed interface Windows {

    /** What the network says of the whole slice, however it is cut; see {@link Exact}. */
    Windows EXACT = new Exact();

    /**
     * The slice, padded by mirroring, is run whole if the memory allows and otherwise in aligned
     * tiles with the halo that makes their result that of the whole slice.
     */
    record Exact() implements Windows {}

    /**
     * Overlapping windows whose logits are blended, as MONAI's {@code sliding_window_inference}:
     * the result depends on the windows, near their borders. Slices smaller than a window are
     * padded with zeros.
     *
     * @param width of a window ({@code roi_size}), pixels; a size that the network takes
     * @param height of a window
     * @param overlap share of the window that neighbours share, 0 to below 1
     * @param importance how much a pixel of a window counts
     */
    record Sliding(int width, int height, double overlap, Importance importance)
            implements Windows {

        public Sliding {
            if (width < 1 || height < 1) {
                throw InvalidInput.of("window size", width + " x " + height, "at least 1 x 1");
            }
            if (!(overlap >= 0 && overlap < 1)) {
                throw InvalidInput.of("overlap", overlap, "at least 0 and below 1");
            }
        }

        /** Square windows. */
        public Sliding(int side, double overlap, Importance importance) {
            this(side, side, overlap, importance);
        }
    }
}
