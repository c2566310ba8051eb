package org.dlpixel.core.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The float32 and int64 arrays of a numpy .npz resource, as floats in C order. */
public final class Npz {

    private static final Pattern SHAPE = Pattern.compile("'shape': \\(([^)]*)\\)");

    private final Map<String, float[]> values = new LinkedHashMap<>();
    private final Map<String, int[]> shapes = new LinkedHashMap<>();

    private Npz() {}

    public static Npz load(String resource) {
        Npz npz = new Npz();
        try (InputStream in = Npz.class.getResourceAsStream(resource);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                npz.add(entry.getName().replace(".npy", ""), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return npz;
    }

    public float[] get(String key) {
        return values.get(key);
    }

    public int[] shape(String key) {
        return shapes.get(key);
    }

    public Map<String, float[]> all() {
        return values;
    }

    private void add(String key, byte[] npy) {
        int headerLength = (npy[8] & 0xff) | (npy[9] & 0xff) << 8;
        String header = new String(npy, 10, headerLength, StandardCharsets.US_ASCII);
        ByteBuffer data =
                ByteBuffer.wrap(npy, 10 + headerLength, npy.length - 10 - headerLength)
                        .slice()
                        .order(ByteOrder.LITTLE_ENDIAN);
        boolean isLong = header.contains("'<i8'");
        if ((!isLong && !header.contains("'<f4'")) || header.contains("'fortran_order': True")) {
            throw new IllegalArgumentException("unsupported array " + key + ": " + header);
        }
        float[] out = new float[data.remaining() / (isLong ? Long.BYTES : Float.BYTES)];
        for (int i = 0; i < out.length; i++) {
            out[i] = isLong ? data.getLong() : data.getFloat();
        }
        values.put(key, out);
        shapes.put(key, shape(key, header));
    }

    private static int[] shape(String key, String header) {
        Matcher matcher = SHAPE.matcher(header);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no shape in " + key);
        }
        return Arrays.stream(matcher.group(1).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
