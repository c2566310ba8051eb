package org.dlpixel.core.predict;

/** Takes a segmentation slice by slice, in ascending order. */
@FunctionalInterface
public interface SegmentationSink {

    /**
     * Takes one slice.
     *
     * @param slice 0-based
     * @param classIndex class index per pixel, [y * width + x]; reused for the next slice
     */
    void write(int slice, byte[] classIndex);
}
