package org.dlpixel.core.network;

import org.dlpixel.core.network.archive.ScriptMethod;

/** What the training step reads from its last argument, {@code h}. */
enum StepNumber {
    /** AdamW's rate, negative, with both bias corrections. */
    MINUS_RATE(0),
    /** AdamW's epsilon, with the correction of the second moment. */
    EPSILON(1),
    /** What weight decay leaves of a weight. */
    KEEP(2),
    /** Largest gradient norm. */
    LIMIT(3),
    /** How far the average follows the weights. */
    FOLLOW(4),
    /** How much the loss of soft targets counts. */
    SOFT_FACTOR(5);

    private final int index;

    StepNumber(int index) {
        this.index = index;
    }

    int index() {
        return index;
    }

    /** The number as a variable of the step method. */
    String in(ScriptMethod method) {
        return method.let("float(" + method.torch("select", "h", 0, index) + ")");
    }
}
