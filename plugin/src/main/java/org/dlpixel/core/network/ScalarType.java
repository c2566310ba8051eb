package org.dlpixel.core.network;

/** Codes of element types in TorchScript source (c10::ScalarType). */
final class ScalarType {

    static final int UINT8 = 0;
    static final int INT64 = 4;
    static final int FLOAT32 = 6;

    static final int BFLOAT16 = 15;

    private ScalarType() {}
}
