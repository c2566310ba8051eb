package org.dlpixel.core.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One image file directory, little-endian, with the values that do not fit into its entries behind
 * it (TIFF 6.0; BigTIFF has longer counts and offsets).
 */
final class TiffTags {

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int LONG8 = 16;

    private final boolean big;
    private final List<Tag> tags = new ArrayList<>();

    private record Tag(int id, int type, long count, ByteBuffer value) {}

    TiffTags(boolean big) {
        this.big = big;
    }

    /** Tags must be added in ascending order of their numbers. */
    TiffTags number(int id, long value) {
        return add(id, LONG, 1, buffer(4).putInt((int) value));
    }

    TiffTags shorts(int id, int... values) {
        ByteBuffer b = buffer(2 * values.length);
        for (int value : values) {
            b.putShort((short) value);
        }
        return add(id, SHORT, values.length, b);
    }

    /** A byte position or count: as long as offsets are. */
    TiffTags offset(int id, long value) {
        return big ? add(id, LONG8, 1, buffer(8).putLong(value)) : number(id, value);
    }

    TiffTags text(int id, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return add(id, ASCII, bytes.length, buffer(bytes.length).put(bytes));
    }

    TiffTags rational(int id, long numerator, long denominator) {
        return add(id, RATIONAL, 1, buffer(8).putInt((int) numerator).putInt((int) denominator));
    }

    /** Bytes of the directory and of what lies behind it, a multiple of 8. */
    int size() {
        int size = directoryBytes();
        for (Tag tag : tags) {
            size += behind(tag);
        }
        return align(size);
    }

    /**
     * @param start where the directory will lie in the file
     * @param next where the next directory will lie, 0 if it is the last
     */
    ByteBuffer bytes(long start, long next) {
        ByteBuffer out = buffer(size());
        int extra = directoryBytes();
        putCount(out);
        for (Tag tag : tags) {
            out.putShort((short) tag.id).putShort((short) tag.type);
            putWord(out, tag.count);
            int field = out.position();
            if (behind(tag) == 0) {
                out.put(field, tag.value, 0, tag.value.capacity());
            } else {
                putWord(out, start + extra);
                out.put(extra, tag.value, 0, tag.value.capacity());
                extra += behind(tag);
            }
            out.position(field + word());
        }
        putWord(out, next);
        return out.rewind();
    }

    private TiffTags add(int id, int type, long count, ByteBuffer value) {
        tags.add(new Tag(id, type, count, value));
        return this;
    }

    private int directoryBytes() {
        return align((big ? 8 : 2) + tags.size() * (big ? 20 : 12) + word());
    }

    private void putCount(ByteBuffer out) {
        if (big) {
            out.putLong(tags.size());
        } else {
            out.putShort((short) tags.size());
        }
    }

    private void putWord(ByteBuffer out, long value) {
        if (big) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }

    private int behind(Tag tag) {
        return tag.value.capacity() <= word() ? 0 : align(tag.value.capacity());
    }

    private int word() {
        return big ? 8 : 4;
    }

    private static int align(int size) {
        return (size + 7) / 8 * 8;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
