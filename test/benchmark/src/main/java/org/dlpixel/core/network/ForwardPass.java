package org.dlpixel.core.network;

/** A network's scores alone: nothing is read, made of them or copied out. */
public final class ForwardPass {

    private final Network network;
    private final float[] image;
    private final int height;
    private final int width;

    /**
     * @param image (height, width), shared, not copied
     */
    public ForwardPass(Network network, float[] image, int height, int width) {
        this.network = network;
        this.image = image;
        this.height = height;
        this.width = width;
    }

    /** How many pixels it has. */
    public double pixels() {
        return (double) height * width;
    }

    /** Computes; takes as long as it takes. */
    public void run() {
        network.compute(image, 1, height, width);
    }
}
