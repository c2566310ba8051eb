package org.knime.node.parameters.updates;

import java.util.function.Predicate;
import org.knime.node.parameters.NodeParametersInput;

/** Builds the condition of an effect. */
public interface EffectPredicateProvider {
    EffectPredicate init(PredicateInitializer i);

    /** Names the fields that a condition depends on. */
    interface PredicateInitializer {
        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        StringReference getString(Class<? extends ParameterReference<String>> reference);

        <E extends Enum<E>> EnumReference<E> getEnum(
                Class<? extends ParameterReference<E>> reference);

        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        EffectPredicate getPredicate(EffectPredicateProvider provider);

        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> providerClass);

        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /** Conditions on a boolean field. */
        interface BooleanReference {
            EffectPredicate isTrue();

            EffectPredicate isFalse();
        }

        /** Conditions on a text field. */
        interface StringReference {
            EffectPredicate isEqualTo(String value);

            EffectPredicate matchesPattern(String pattern);
        }

        /** Conditions on a field with an enum. */
        interface EnumReference<E extends Enum<E>> {
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }

        /** Conditions on a field with an array. */
        interface ArrayReference {
            EffectPredicate hasMultipleItems();

            EffectPredicate containsElementSatisfying(EffectPredicateProvider elementPredicate);
        }
    }
}
