package org.knime.knip.base.data.img;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;

/** An array of numbers as bytes; buffers are used from position 0 and left there. */
sealed interface PixelArray {
    static PixelArray of(Object array) {
        if (array instanceof byte[] values) {
            return new Bytes(values);
        } else if (array instanceof short[] values) {
            return new Shorts(values);
        } else if (array instanceof int[] values) {
            return new Ints(values);
        } else if (array instanceof float[] values) {
            return new Floats(values);
        } else if (array instanceof double[] values) {
            return new Doubles(values);
        }
        throw new IllegalArgumentException("illegal pixels: " + array.getClass());
    }

    int length();

    /** Bytes per number. */
    int bytes();

    void put(int from, int count, ByteBuffer target);

    void get(int from, int count, ByteBuffer source);

    /** 8 bits. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] values) implements PixelArray {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public int bytes() {
            return Byte.BYTES;
        }

        @Override
        public void put(int from, int count, ByteBuffer target) {
            target.duplicate().put(values, from, count);
        }

        @Override
        public void get(int from, int count, ByteBuffer source) {
            source.duplicate().get(values, from, count);
        }
    }

    /** 16 bits. */
    @SuppressWarnings("ArrayRecordComponent")
    record Shorts(short[] values) implements PixelArray {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public int bytes() {
            return Short.BYTES;
        }

        @Override
        public void put(int from, int count, ByteBuffer target) {
            ShortBuffer view = target.asShortBuffer();
            view.put(values, from, count);
        }

        @Override
        public void get(int from, int count, ByteBuffer source) {
            ShortBuffer view = source.asShortBuffer();
            view.get(values, from, count);
        }
    }

    /** 32 bits. */
    @SuppressWarnings("ArrayRecordComponent")
    record Ints(int[] values) implements PixelArray {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public int bytes() {
            return Integer.BYTES;
        }

        @Override
        public void put(int from, int count, ByteBuffer target) {
            IntBuffer view = target.asIntBuffer();
            view.put(values, from, count);
        }

        @Override
        public void get(int from, int count, ByteBuffer source) {
            IntBuffer view = source.asIntBuffer();
            view.get(values, from, count);
        }
    }

    /** 32 bits. */
    @SuppressWarnings("ArrayRecordComponent")
    record Floats(float[] values) implements PixelArray {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public int bytes() {
            return Float.BYTES;
        }

        @Override
        public void put(int from, int count, ByteBuffer target) {
            FloatBuffer view = target.asFloatBuffer();
            view.put(values, from, count);
        }

        @Override
        public void get(int from, int count, ByteBuffer source) {
            FloatBuffer view = source.asFloatBuffer();
            view.get(values, from, count);
        }
    }

    /** 64 bits. */
    @SuppressWarnings("ArrayRecordComponent")
    record Doubles(double[] values) implements PixelArray {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public int bytes() {
            return Double.BYTES;
        }

        @Override
        public void put(int from, int count, ByteBuffer target) {
            DoubleBuffer view = target.asDoubleBuffer();
            view.put(values, from, count);
        }

        @Override
        public void get(int from, int count, ByteBuffer source) {
            DoubleBuffer view = source.asDoubleBuffer();
            view.get(values, from, count);
        }
    }
}
