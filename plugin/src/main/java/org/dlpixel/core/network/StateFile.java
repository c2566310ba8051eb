package org.dlpixel.core.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.archive.TensorSpec;

/** The bytes of a {@link TrainingState}'s file. */
final class StateFile {

    private static final byte[] MAGIC = "DLPTRAIN".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = MAGIC.length + 3 * Integer.BYTES;
    private static final int CHUNK = 1 << 14;

    private StateFile() {}

    static void write(List<TensorSpec> tensors, List<float[]> parts, OutputStream out)
            throws IOException {
        int size = parts.stream().mapToInt(part -> part.length).reduce(0, Math::addExact);
        byte[] header = new byte[HEADER_BYTES];
        little(header).put(MAGIC).putInt(VERSION).putInt(fingerprint(tensors)).putInt(size);
        out.write(header);
        CRC32 checksum = new CRC32();
        for (float[] part : parts) {
            write(part, checksum, out);
        }
        byte[] end = new byte[Integer.BYTES];
        little(end).putInt((int) checksum.getValue());
        out.write(end);
    }

    private static void write(float[] values, CRC32 checksum, OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK * Float.BYTES];
        for (int i = 0; i < values.length; i += CHUNK) {
            int count = Math.min(CHUNK, values.length - i);
            little(chunk).asFloatBuffer().put(values, i, count);
            checksum.update(chunk, 0, count * Float.BYTES);
            out.write(chunk, 0, count * Float.BYTES);
        }
    }

    /**
     * Reads the values; the header is checked before memory is taken for them.
     *
     * @param sizes expected numbers of values
     * @return arrays of these sizes
     */
    static List<float[]> read(List<TensorSpec> tensors, List<Integer> sizes, InputStream in)
            throws IOException {
        readHeader(tensors, sizes.stream().reduce(0, Math::addExact), in);
        CRC32 checksum = new CRC32();
        List<float[]> parts = new ArrayList<>();
        for (int size : sizes) {
            parts.add(read(size, checksum, in));
        }
        if (little(take(in, Integer.BYTES)).getInt() != (int) checksum.getValue()) {
            throw new Unreadable("The file is damaged: its checksum is not that of its values.");
        }
        return parts;
    }

    private static float[] read(int size, CRC32 checksum, InputStream in) throws IOException {
        float[] values = new float[size];
        for (int i = 0; i < size; i += CHUNK) {
            int count = Math.min(CHUNK, size - i);
            byte[] chunk = take(in, count * Float.BYTES);
            checksum.update(chunk);
            little(chunk).asFloatBuffer().get(values, i, count);
        }
        return values;
    }

    private static void readHeader(List<TensorSpec> tensors, int size, InputStream in)
            throws IOException {
        ByteBuffer header = little(take(in, HEADER_BYTES));
        byte[] magic = new byte[MAGIC.length];
        header.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new Unreadable("This is no training state.");
        }
        int version = header.getInt();
        if (version != VERSION) {
            throw new Unreadable(
                    "Illegal format version: "
                            + version
                            + ", must be "
                            + VERSION
                            + ". A newer version of this extension may have written the file.");
        }
        if (header.getInt() != fingerprint(tensors) || header.getInt() != size) {
            throw new Unreadable("It belongs to another network.");
        }
    }

    private static byte[] take(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new Unreadable("The file is damaged: it is cut off.");
        }
        return bytes;
    }

    private static int fingerprint(List<TensorSpec> tensors) {
        CRC32 checksum = new CRC32();
        for (TensorSpec spec : tensors) {
            String line = spec.key() + spec.shape() + "\n";
            checksum.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return (int) checksum.getValue();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
