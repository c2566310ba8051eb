package org.dlpixel.core.network;

/**
 * Convolutions at the full resolution, written as convolutions at half of it whose channels are the
 * 2 x 2 pixels of each block (Shi et al. 2016, "Real-time single image and video super-resolution
 * using an efficient sub-pixel convolutional neural network"): processors compute a few channels of
 * many pixels slowly, and more channels of fewer pixels fast. Channel 4 c + 2 dy + dx is channel c
 * of the pixel (dy, dx) of the block.
 */
final class SubPixels {

    private static final int KERNEL = NetworkBuilder.KERNEL;
    private static final int BLOCK = 2;

    private SubPixels() {}

    /** A value per channel, repeated for every pixel of the block. */
    static float[] bias(float[] bias) {
        int pixels = BLOCK * BLOCK;
        float[] out = new float[pixels * bias.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = bias[i / pixels];
        }
        return out;
    }

    /**
     * The transposed convolution 3 x 3 that doubles the size, as a convolution 2 x 2 of the pixel
     * itself and those after it.
     *
     * <p>Output 2 i + d comes from input i + t by kernel element 1 + d - 2 t.
     *
     * @param weight (in, out, 3, 3)
     * @param from first input channel that is taken
     * @param to behind the last one
     * @return (4 out, to - from, 2, 2)
     */
    static float[] doubling(float[] weight, int out, int from, int to) {
        int in = to - from;
        float[] result = new float[4 * out * in * BLOCK * BLOCK];
        for (int i = 0; i < result.length; i++) {
            int tx = i % BLOCK;
            int ty = i / BLOCK % BLOCK;
            int c = i / (BLOCK * BLOCK) % in;
            int o = i / (BLOCK * BLOCK * in);
            int ky = 1 + o / BLOCK % BLOCK - 2 * ty;
            int kx = 1 + o % BLOCK - 2 * tx;
            if (ky >= 0 && kx >= 0) {
                int at = (from + c) * out + o / (BLOCK * BLOCK);
                result[i] = weight[(at * KERNEL + ky) * KERNEL + kx];
            }
        }
        return result;
    }

    /**
     * A convolution 3 x 3 with zero padding plus its input, as a convolution 3 x 3 of blocks.
     *
     * @param weight (channels, channels, 3, 3)
     * @return (4 channels, 4 channels, 3, 3)
     */
    static float[] residual(float[] weight, int channels) {
        int wide = BLOCK * BLOCK * channels;
        float[] result = new float[wide * wide * KERNEL * KERNEL];
        for (int o = 0; o < wide; o++) {
            for (int c = 0; c < channels; c++) {
                for (int k = 0; k < KERNEL * KERNEL; k++) {
                    int y = o / BLOCK % BLOCK + k / KERNEL - 1;
                    int x = o % BLOCK + k % KERNEL - 1;
                    int source = (c * BLOCK + Math.floorMod(y, 2)) * BLOCK + Math.floorMod(x, 2);
                    int row = Math.floorDiv(y, BLOCK) + 1;
                    int column = Math.floorDiv(x, BLOCK) + 1;
                    int from = (o / (BLOCK * BLOCK) * channels + c) * KERNEL * KERNEL + k;
                    result[((o * wide + source) * KERNEL + row) * KERNEL + column] += weight[from];
                }
            }
            result[((o * wide + o) * KERNEL + 1) * KERNEL + 1] += 1;
        }
        return result;
    }
}
