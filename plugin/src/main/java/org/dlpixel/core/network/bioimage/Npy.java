package org.dlpixel.core.network.bioimage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Arrays in numpy's file format, version 1.0: a text header padded to a multiple of 64 bytes, then
 * float32, little endian, C order.
 */
final class Npy {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    private Npy() {}

    static byte[] write(float[] values, int... shape) {
        String extents =
                Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + extents + ",), }";
        int prefix = MAGIC.length + Short.BYTES;
        int padding = ALIGNMENT - 1 - (prefix + header.length()) % ALIGNMENT;
        byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out =
                ByteBuffer.allocate(prefix + text.length + values.length * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).putShort((short) text.length).put(text);
        out.asFloatBuffer().put(values);
        return out.array();
    }
}
