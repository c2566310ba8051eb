package org.dlpixel.core.image;

/** Intensities in memory, in as few bytes as their type needs; 32-bit integers as floats. */
interface PackedSamples {

    /** Zeros. */
    static PackedSamples of(PixelType type, int length) {
        if (type.bytes() == 1) {
            return new Bytes(new byte[length], type == PixelType.UINT8 ? 0xff : -1);
        }
        if (type.bytes() == 2) {
            return new Shorts(new short[length], type == PixelType.UINT16 ? 0xffff : -1);
        }
        return new Floats(new float[length]);
    }

    /** Bytes that one sample of a type takes. */
    static int bytes(PixelType type) {
        return Math.min(type.bytes(), Float.BYTES);
    }

    /**
     * Stores {@code count} samples.
     *
     * @param at index of the first one here
     * @param values holds them, from {@code first} on, {@code stride} apart
     */
    void put(int at, float[] values, int first, int stride, int count);

    /** Copies all samples. */
    void get(float[] target);

    /**
     * @param mask of the bits that hold the value: of unsigned types those of a byte
     */
    @SuppressWarnings("ArrayRecordComponent") // owned by the record; equality is identity
    record Bytes(byte[] values, int mask) implements PackedSamples {

        @Override
        public void put(int at, float[] from, int first, int stride, int count) {
            for (int i = 0; i < count; i++) {
                values[at + i] = (byte) from[first + i * stride];
            }
        }

        @Override
        public void get(float[] target) {
            for (int i = 0; i < values.length; i++) {
                target[i] = values[i] & mask;
            }
        }
    }

    /**
     * @param mask of the bits that hold the value: of unsigned types those of a short
     */
    @SuppressWarnings("ArrayRecordComponent") // owned by the record; equality is identity
    record Shorts(short[] values, int mask) implements PackedSamples {

        @Override
        public void put(int at, float[] from, int first, int stride, int count) {
            for (int i = 0; i < count; i++) {
                values[at + i] = (short) from[first + i * stride];
            }
        }

        @Override
        public void get(float[] target) {
            for (int i = 0; i < values.length; i++) {
                target[i] = values[i] & mask;
            }
        }
    }

    /** Values as they are. */
    @SuppressWarnings("ArrayRecordComponent") // owned by the record; equality is identity
    record Floats(float[] values) implements PackedSamples {

        @Override
        public void put(int at, float[] from, int first, int stride, int count) {
            for (int i = 0; i < count; i++) {
                values[at + i] = from[first + i * stride];
            }
        }

        @Override
        public void get(float[] target) {
            System.arraycopy(values, 0, target, 0, values.length);
        }
    }
}
