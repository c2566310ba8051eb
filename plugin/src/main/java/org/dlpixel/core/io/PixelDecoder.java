package org.dlpixel.core.io;

import java.nio.ByteBuffer;
import org.dlpixel.core.image.PixelType;

/** Stored pixels to floats. */
final class PixelDecoder {

    private PixelDecoder() {}

    /**
     * @param type 8 or 16 bits without sign
     * @param in stored values without gaps, in its byte order
     * @param out gets so many unsigned values from its beginning
     */
    static void unsigned(PixelType type, ByteBuffer in, short[] out, int count) {
        if (type == PixelType.UINT16) {
            in.asShortBuffer().get(out, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            out[i] = (short) (in.get(i) & 0xff);
        }
    }

    /**
     * @param in stored values, in its byte order
     * @param first byte of the first value
     * @param jump bytes from a value to the next
     * @param at index of the first value in {@code out}
     * @param count number of values
     */
    static void decode(
            PixelType type, ByteBuffer in, int first, int jump, float[] out, int at, int count) {
        int p = first;
        switch (type) {
            case UINT8 -> {
                for (int i = 0; i < count; i++, p += jump) {
                    out[at + i] = in.get(p) & 0xff;
                }
            }
            case INT8 -> {
                for (int i = 0; i < count; i++, p += jump) {
                    out[at + i] = in.get(p);
                }
            }
            case UINT16 -> {
                for (int i = 0; i < count; i++, p += jump) {
                    out[at + i] = in.getShort(p) & 0xffff;
                }
            }
            case INT16 -> {
                for (int i = 0; i < count; i++, p += jump) {
                    out[at + i] = in.getShort(p);
                }
            }
            case UINT32 -> {
                for (int i = 0; i < count; i++, p += jump) {
                    out[at + i] = in.getInt(p) & 0xffffffffL;
                }
            }
            case INT32 -> {
                for (int i = 0; i < count; i++, p += jump) {
                    out[at + i] = in.getInt(p);
                }
            }
            case FLOAT32 -> {
                for (int i = 0; i < count; i++, p += jump) {
                    out[at + i] = in.getFloat(p);
                }
            }
            case FLOAT64 -> {
                for (int i = 0; i < count; i++, p += jump) {
                    out[at + i] = (float) in.getDouble(p);
                }
            }
        }
    }
}
