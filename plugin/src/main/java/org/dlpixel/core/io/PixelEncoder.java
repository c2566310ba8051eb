package org.dlpixel.core.io;

import java.nio.ByteBuffer;
import org.dlpixel.core.image.PixelType;

/** Floats to stored pixels: rounded to the nearest, limited to the type's range, NaN becomes 0. */
final class PixelEncoder {

    private PixelEncoder() {}

    /**
     * @param at index of the first value
     * @param out is filled up to its limit
     */
    static void encode(PixelType type, float[] values, int at, ByteBuffer out) {
        double min = type.min();
        double max = type.max();
        int end = at + out.remaining() / type.bytes();
        switch (type) {
            case UINT8, INT8 -> {
                for (int i = at; i < end; i++) {
                    out.put((byte) whole(values[i], min, max));
                }
            }
            case UINT16, INT16 -> {
                for (int i = at; i < end; i++) {
                    out.putShort((short) whole(values[i], min, max));
                }
            }
            case UINT32, INT32 -> {
                for (int i = at; i < end; i++) {
                    out.putInt((int) whole(values[i], min, max));
                }
            }
            case FLOAT32 -> {
                for (int i = at; i < end; i++) {
                    out.putFloat(values[i]);
                }
            }
            case FLOAT64 -> {
                for (int i = at; i < end; i++) {
                    out.putDouble(values[i]);
                }
            }
        }
    }

    private static long whole(double value, double min, double max) {
        return (long) Math.rint(Math.min(max, Math.max(min, value)));
    }
}
