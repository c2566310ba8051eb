package org.dlpixel.core.network;

/** In which numbers a network computes. */
public enum Precision {

    /** 32-bit floats everywhere. */
    FLOAT32,

    /**
     * Mixed: convolutions and what lies between them in bfloat16 (8 bits of mantissa), weights,
     * optimiser, batch statistics, softmax and loss in 32-bit floats (Kalamkar et al. 2019, "A
     * study of BFLOAT16 for deep learning training").
     */
    BFLOAT16
}
