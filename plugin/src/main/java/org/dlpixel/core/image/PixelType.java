package org.dlpixel.core.image;

/** How the pixels of an image are stored. */
public enum PixelType {
    UINT8(1, 0, 255),
    UINT16(2, 0, 65535),
    INT8(1, -128, 127),
    INT16(2, -32768, 32767),
    UINT32(4, 0, 4294967295d),
    INT32(4, -2147483648d, 2147483647d),
    FLOAT32(4, -Float.MAX_VALUE, Float.MAX_VALUE),
    FLOAT64(8, -Double.MAX_VALUE, Double.MAX_VALUE);

    private final int bytes;
    private final double min;
    private final double max;

    PixelType(int bytes, double min, double max) {
        this.bytes = bytes;
        this.min = min;
        this.max = max;
    }

    /** Bytes per pixel. */
    public int bytes() {
        return bytes;
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    public boolean isFloat() {
        return this == FLOAT32 || this == FLOAT64;
    }
}
