package org.dlpixel.core.network;

/**
 * Convolutions at the full resolution, written as convolutions at half of it whose channels are the
 * 2 x 2 pixels of each block (Shi et al. 2016, "Real-time single image and video super-resolution
 * using an efficient sub-pixel convolutional neural network"): processors compute a few channels of
 * many pixels slowly, and more channels of fewer pixels fast. So the blocks of some neighbouring
 * columns are outputs of one convolution whose stride is their number.
 *
 * @param channels at the full resolution
 * @param across neighbouring columns of blocks that are computed together
 */
record SubPixels(int channels, int across) {

    private static final int KERNEL = NetworkBuilder.KERNEL;
    private static final int BLOCK = 2;
    private static final int PIXELS = BLOCK * BLOCK;

    /** Numbers that a processor computes at once. */
    private static final int LANES = 16;

    /** As many columns as a processor computes at once. */
    static SubPixels of(int channels) {
        return new SubPixels(channels, PIXELS * channels * BLOCK <= LANES ? BLOCK : 1);
    }

    /** Channels of a block: channel 4 c + 2 dy + dx is channel c of its pixel (dy, dx). */
    int wide() {
        return PIXELS * channels;
    }

    /** Outputs of a convolution. */
    int outputs() {
        return across * wide();
    }

    /**
     * The transposed convolution 3 x 3 that doubles the size, as a convolution of 2 rows, its own
     * and the one after it, and of its columns and the one after them. Outputs are column by
     * column, all channels of its block.
     *
     * <p>Output 2 i + d comes from input i + t by kernel element 1 + d - 2 t.
     *
     * @param weight (in, channels, 3, 3)
     * @param from first input channel that is taken
     * @param to behind the last one
     * @return (outputs, to - from, 2, across + 1)
     */
    float[] doubling(float[] weight, int from, int to) {
        int in = to - from;
        int columns = across + 1;
        float[] result = new float[outputs() * in * BLOCK * columns];
        for (int i = 0; i < result.length; i++) {
            int column = i / (BLOCK * columns * in) / wide();
            int tx = i % columns - column;
            int ty = i / columns % BLOCK;
            int c = i / (columns * BLOCK) % in;
            int o = i / (BLOCK * columns * in) % wide();
            int ky = 1 + o / BLOCK % BLOCK - 2 * ty;
            int kx = 1 + o % BLOCK - 2 * tx;
            if (ky >= 0 && kx >= 0 && kx < KERNEL) {
                int at = (from + c) * channels + o / PIXELS;
                result[i] = weight[(at * KERNEL + ky) * KERNEL + kx];
            }
        }
        return result;
    }

    /** The biases of {@link #doubling}. */
    float[] doublingBias(float[] bias) {
        float[] out = new float[outputs()];
        for (int i = 0; i < out.length; i++) {
            out[i] = bias[i % wide() / PIXELS];
        }
        return out;
    }

    /**
     * A convolution 3 x 3 with zero padding plus its input, as a convolution of blocks: 3 rows, and
     * its columns between one before and one after them. Outputs are channel by channel, the pixels
     * of 2 rows and 2 across columns.
     *
     * @param weight (channels, channels, 3, 3)
     * @return (outputs, wide, 3, across + 2)
     */
    float[] residual(float[] weight) {
        float[] result = new float[outputs() * wide() * KERNEL * (across + 2)];
        int width = BLOCK * across;
        for (int o = 0; o < outputs(); o++) {
            int dy = o / width % BLOCK;
            int dx = o % width;
            int channel = o / (width * BLOCK);
            for (int c = 0; c < channels; c++) {
                for (int k = 0; k < KERNEL * KERNEL; k++) {
                    int from = (channel * channels + c) * KERNEL * KERNEL + k;
                    int at = tap(o, c, dy + k / KERNEL - 1, dx + k % KERNEL - 1);
                    result[at] += weight[from];
                }
            }
            result[tap(o, channel, dy, dx)] += 1;
        }
        return result;
    }

    /** Where the weight of an input pixel lies; (0, 0) is the first of the output's own. */
    private int tap(int output, int channel, int y, int x) {
        int source = (channel * BLOCK + Math.floorMod(y, BLOCK)) * BLOCK + Math.floorMod(x, BLOCK);
        int row = Math.floorDiv(y, BLOCK) + 1;
        int column = Math.floorDiv(x, BLOCK) + 1;
        return ((output * wide() + source) * KERNEL + row) * (across + 2) + column;
    }

    /** The biases of {@link #residual}. */
    float[] residualBias(float[] bias) {
        float[] out = new float[outputs()];
        for (int i = 0; i < out.length; i++) {
            out[i] = bias[i / (across * PIXELS)];
        }
        return out;
    }
}
