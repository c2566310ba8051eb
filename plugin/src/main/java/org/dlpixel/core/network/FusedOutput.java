package org.dlpixel.core.network;

import org.dlpixel.core.network.archive.ScriptMethod;

/**
 * What is made of the logits of blocks of pixels, see {@link SubPixels#residual}.
 *
 * @param pixels how they form blocks
 */
record FusedOutput(SubPixels pixels) {

    /** The method that gives these logits, behind one column more. */
    static final String BLOCKS = "blocks";

    /** The method {@code forward}. */
    ScriptMethod forward(Correction correction) {
        ScriptMethod method = new ScriptMethod("forward", "x");
        String logits = method.let(ScriptMethod.self(BLOCKS, "x"));
        logits = method.torch("to", logits, ScalarType.FLOAT32, false, false);
        String unfolded = unfolded(method, logits, pixels.channels());
        method.returns(correction.emit(method, unfolded));
        return method;
    }

    /** The method {@code classes}. */
    ScriptMethod classes(Correction correction) {
        return correction.isNone() ? classes() : NetworkScript.classes(pixels.channels());
    }

    /** Compares before the pixels are put in order: indices are a small part of the scores. */
    private ScriptMethod classes() {
        int count = pixels.channels();
        int block = pixels.outputs() / count;
        ScriptMethod method = new ScriptMethod("classes", "x");
        String logits = method.let(ScriptMethod.self(BLOCKS, "x"));
        String winner =
                NetworkScript.winner(
                        method,
                        count,
                        c -> method.torch("slice", logits, 1, block * c, block * (c + 1), 1));
        method.returns(method.torch("squeeze", unfolded(method, winner, 1), 1));
        return method;
    }

    /** Without the first column, the blocks of each channel side by side. */
    private String unfolded(ScriptMethod method, String x, int channels) {
        String rest = method.torch("slice", x, 3, 1, Long.MAX_VALUE, 1);
        String blocks = method.torch("unflatten", rest, 1, "[" + channels + ", 2, -1]");
        String rows = method.torch("permute", blocks, "[0, 1, 4, 2, 5, 3]");
        return method.torch("flatten", method.torch("flatten", rows, 4, 5), 2, 3);
    }
}
