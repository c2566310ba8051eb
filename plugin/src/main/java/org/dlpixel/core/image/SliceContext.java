package org.dlpixel.core.image;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * How many neighbouring slices on each side a network sees besides the slice itself ("2.5-D"): they
 * are further channels of its input, in order of z, each with all channels of the image.
 *
 * @param neighbours slices on each side, 0 (only the slice itself) to {@value #MAX_NEIGHBOURS}
 */
public record SliceContext(int neighbours) {

    /** Most slices on each side. */
    public static final int MAX_NEIGHBOURS = 8;

    /** Only the slice itself. */
    public static final SliceContext NONE = new SliceContext(0);

    public SliceContext {
        if (neighbours < 0 || neighbours > MAX_NEIGHBOURS) {
            throw InvalidInput.of(
                    "number of neighbouring slices", neighbours, "0 to " + MAX_NEIGHBOURS);
        }
    }

    /** Slices that are seen at once. */
    public int slices() {
        return 2 * neighbours + 1;
    }

    /** Channels of the network's input for an image with so many channels. */
    public int channels(int imageChannels) {
        return slices() * imageChannels;
    }

    /**
     * The same stack, every slice with its neighbours as further channels. Beyond the first and the
     * last slice the stack is mirrored without repeating them (slice -1 is slice 1); a single slice
     * is its own neighbour. So it is at the first and the last slice of every time point: no slice
     * of another one is ever a neighbour. Neighbours are as far apart as the stack tells ({@link
     * SliceSource#neighbourDistance()}). Closing it closes the stack.
     */
    public SliceSource of(SliceSource stack) {
        return neighbours == 0 ? stack : new NeighbourSlices(stack, this);
    }
}
