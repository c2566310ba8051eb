package org.dlpixel.core.io.zarr;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;

/**
 * How the values of one chunk become bytes.
 *
 * @param shape extent per axis of the array
 * @param order the array's axes as they are stored, slowest first
 * @param type how a value is stored
 * @param byteOrder of a value
 * @param codecs what was done to the bytes, first step first
 */
record ChunkCoding(
        List<Integer> shape,
        List<Integer> order,
        PixelType type,
        ByteOrder byteOrder,
        List<Codec> codecs) {

    /** Room for checksums between two steps. */
    private static final int SLACK = 64;

    ChunkCoding {
        shape = List.copyOf(shape);
        order = List.copyOf(order);
        codecs = List.copyOf(codecs);
        long bytes = shape.stream().mapToLong(n -> n).reduce(type.bytes(), Math::multiplyExact);
        if (shape.stream().anyMatch(n -> n < 1) || bytes > Integer.MAX_VALUE - 2 * SLACK) {
            throw new Unreadable("its chunks of " + shape + " are empty or larger than 2 GB");
        }
    }

    int values() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    int bytes() {
        return values() * type.bytes();
    }

    /** Bytes from a value to its neighbour along every axis of the array. */
    int[] strides() {
        int[] strides = new int[shape.size()];
        int step = type.bytes();
        for (int i = order.size() - 1; i >= 0; i--) {
            strides[order.get(i)] = step;
            step *= shape.get(order.get(i));
        }
        return strides;
    }

    /** The values of a chunk as stored, uncompressed. */
    byte[] decode(byte[] stored) throws IOException {
        byte[] bytes = stored;
        for (int i = codecs.size() - 1; i >= 0; i--) {
            bytes = codecs.get(i).decode(bytes, i == 0 ? bytes() : bytes() + SLACK);
        }
        if (bytes.length != bytes()) {
            throw new IOException("a chunk holds " + bytes.length + " bytes, not " + bytes());
        }
        return bytes;
    }
}
