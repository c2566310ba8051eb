package org.dlpixel.core.network.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The few opcodes of pickle protocol 2 that a module tree needs (Python's {@code pickletools} lists
 * them all).
 */
final class PickleWriter {

    private static final int PROTO = 0x80;
    private static final int NEW_OBJECT = 0x81;
    private static final int TRUE = 0x88;
    private static final int FALSE = 0x89;
    private static final int LONG1 = 0x8a;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleWriter() {
        out.write(PROTO);
        out.write(2);
    }

    /** Pushes a class or function. */
    void global(String module, String name) {
        out.write('c');
        bytes(module + "\n" + name + "\n");
    }

    void string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.write('X');
        littleEndian(utf8.length, 4);
        out.writeBytes(utf8);
    }

    void bool(boolean value) {
        out.write(value ? TRUE : FALSE);
    }

    void integer(long value) {
        if (value >= 0 && value < 1 << 8) {
            out.write('K');
            littleEndian(value, 1);
        } else if (value >= 0 && value < 1 << 16) {
            out.write('M');
            littleEndian(value, 2);
        } else if (value == (int) value) {
            out.write('J');
            littleEndian(value, 4);
        } else {
            out.write(LONG1);
            out.write(8);
            littleEndian(value, 8);
        }
    }

    void integers(List<Integer> values) {
        mark();
        values.forEach(this::integer);
        tuple();
    }

    void mark() {
        out.write('(');
    }

    /** Makes a tuple of everything since the last mark. */
    void tuple() {
        out.write('t');
    }

    void emptyTuple() {
        out.write(')');
    }

    void emptyDict() {
        out.write('}');
    }

    /** Calls the function below the top with the arguments on top. */
    void reduce() {
        out.write('R');
    }

    /** Makes an object of the class below the top without calling its constructor. */
    void newObject() {
        out.write(NEW_OBJECT);
    }

    /** Puts the pairs since the last mark into the dictionary below it. */
    void setItems() {
        out.write('u');
    }

    /** Gives the state on top to the object below. */
    void build() {
        out.write('b');
    }

    /** Replaces the tuple on top by the storage it names. */
    void persistentId() {
        out.write('Q');
    }

    byte[] finish() {
        out.write('.');
        return out.toByteArray();
    }

    private void littleEndian(long value, int count) {
        for (int i = 0; i < count; i++) {
            out.write((int) (value >>> (8 * i)) & 0xff);
        }
    }

    private void bytes(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
