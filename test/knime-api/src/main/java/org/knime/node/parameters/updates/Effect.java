package org.knime.node.parameters.updates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows, hides, enables or disables a field or a part of the dialog. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface Effect {
    Class<? extends EffectPredicateProvider> predicate();

    EffectType type();

    /** What happens while the condition holds; its contrary happens while it does not. */
    enum EffectType {
        HIDE,
        SHOW,
        DISABLE,
        ENABLE
    }
}
