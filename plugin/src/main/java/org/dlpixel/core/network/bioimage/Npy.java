package org.dlpixel.core.network.bioimage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Arrays in numpy's file format, version 1.0: a text header padded to a multiple of 64 bytes, then
 * float32, little endian, C order.
 */
final class Npy {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final Pattern TYPE = Pattern.compile("'descr': '<f([48])'");
    private static final Pattern SHAPE =
            Pattern.compile("'shape': \\(((?:\\d{1,9}(?:, |,)?){0,8})\\)");

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

    /**
     * An array of a file.
     *
     * @param shape extents, slowest first
     * @param values in C order
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Array(List<Integer> shape, float[] values) {}

    /** Reads float32 or float64, little endian, C order; nothing if the file holds else. */
    static Optional<Array> read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < MAGIC.length + Short.BYTES
                || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Optional.empty();
        }
        int length = Short.toUnsignedInt(in.position(MAGIC.length).getShort());
        if (length > in.remaining()) {
            return Optional.empty();
        }
        String header = new String(file, in.position(), length, StandardCharsets.US_ASCII);
        in.position(in.position() + length);
        Matcher type = TYPE.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        if (!type.find() || !shape.find() || header.contains("'fortran_order': True")) {
            return Optional.empty();
        }
        List<Integer> extents =
                Arrays.stream(shape.group(1).split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(Integer::valueOf)
                        .toList();
        return values(in, type.group(1).equals("4"), extents)
                .map(values -> new Array(extents, values));
    }

    private static Optional<float[]> values(ByteBuffer in, boolean single, List<Integer> shape) {
        int bytes = single ? Float.BYTES : Double.BYTES;
        double count = shape.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
        if (count * bytes != in.remaining()) {
            return Optional.empty();
        }
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = single ? in.getFloat() : (float) in.getDouble();
        }
        return Optional.of(values);
    }
}
