package org.dlpixel.core.network;

/**
 * What the code of a network depends on besides its settings.
 *
 * @param loss what the method {@code loss} computes
 * @param correction what {@code forward} does to the scores
 * @param precision of the convolutions
 */
record ScriptVariant(LossSettings loss, Correction correction, Precision precision) {

    static final ScriptVariant DEFAULT =
            new ScriptVariant(LossSettings.defaults(), Correction.NONE, Precision.FLOAT32);

    ScriptVariant withLoss(LossSettings value) {
        return new ScriptVariant(value, correction, precision);
    }

    ScriptVariant withCorrection(Correction value) {
        return new ScriptVariant(loss, value, precision);
    }

    ScriptVariant withPrecision(Precision value) {
        return new ScriptVariant(loss, correction, value);
    }
}
