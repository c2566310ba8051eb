package org.knime.node.parameters.updates;

/** A condition on the values of fields; only dialogs evaluate it, and there are none here. */
public interface EffectPredicate {
    /** The opposite. */
    default EffectPredicate negate() {
        throw new UnsupportedOperationException("there are no dialogs");
    }

    /** Both. */
    default EffectPredicate and(EffectPredicate other) {
        throw new UnsupportedOperationException("there are no dialogs");
    }

    /** At least one of both. */
    default EffectPredicate or(EffectPredicate other) {
        throw new UnsupportedOperationException("there are no dialogs");
    }
}
