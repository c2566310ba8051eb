package org.knime.node.parameters.updates;

/** A condition on the values of fields. */
public interface EffectPredicate {
    EffectPredicate negate();

    EffectPredicate and(EffectPredicate other);

    EffectPredicate or(EffectPredicate other);
}
