package org.dlpixel.core.augment.geometry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Turns and reverses bytes, eight at a time. */
final class TurnedBytes {

    /** Bytes at a time. */
    static final int EIGHT = Long.BYTES;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] rows = new long[EIGHT];

    /** Copies {@code count} bytes, the last one first. */
    static void reverse(byte[] in, int from, byte[] out, int to, int count) {
        int i = 0;
        for (; i <= count - EIGHT; i += EIGHT) {
            long eight = (long) LONG.get(in, from + count - EIGHT - i);
            LONG.set(out, to + i, Long.reverseBytes(eight));
        }
        for (; i < count; i++) {
            out[to + i] = in[from + count - 1 - i];
        }
    }

    /** Reads a row of a square of 8 x 8. */
    void read(int row, byte[] in, int from, boolean reversed) {
        long eight = (long) LONG.get(in, from);
        rows[row] = reversed ? Long.reverseBytes(eight) : eight;
    }

    /** Makes rows of the columns: Eklundh's algorithm, ever larger squares change places. */
    void turn() {
        for (int i = 0; i < EIGHT; i += 2) {
            exchange(i, 1, 0x00FF00FF00FF00FFL);
        }
        for (int i = 0; i < EIGHT; i++) {
            if ((i & 2) == 0) {
                exchange(i, 2, 0x0000FFFF0000FFFFL);
            }
        }
        for (int i = 0; i < 4; i++) {
            exchange(i, 4, 0x00000000FFFFFFFFL);
        }
    }

    private void exchange(int row, int distance, long low) {
        int shift = distance * Byte.SIZE;
        long a = rows[row];
        long b = rows[row + distance];
        long changed = (a >>> shift ^ b) & low;
        rows[row] = a ^ changed << shift;
        rows[row + distance] = b ^ changed;
    }

    /** Writes a row. */
    void write(int row, byte[] out, int to) {
        LONG.set(out, to, rows[row]);
    }
}
