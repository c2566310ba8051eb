package org.dlpixel.core.network;

/** How features are normalised after every convolution. */
public enum Norm {

    /**
     * By the running mean and variance of the channel (Ioffe and Szegedy 2015, "Batch
     * normalization"). In prediction every pixel is treated alike, so tiles are exact.
     */
    BATCH,

    /**
     * By mean and variance of a group of channels of the image at hand (Wu and He 2018, "Group
     * normalization"): independent of the batch size, but in prediction as well every pixel of what
     * is predicted at once has a little influence, however far away. Such networks cannot be tiled.
     */
    GROUP;

    private static final int MAX_GROUPS = 8;

    /** Whether in prediction only pixels within the receptive field matter. */
    public boolean isLocal() {
        return this == BATCH;
    }

    /** The largest number up to 8 of equal groups of channels. */
    static int groups(int channels) {
        int groups = Math.min(MAX_GROUPS, channels);
        while (channels % groups != 0) {
            groups--;
        }
        return groups;
    }
}
