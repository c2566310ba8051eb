package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Changes how a field is stored. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Persist {
    /** The key of the field; empty means its name without {@code m_}. */
    String configKey() default "";

    /** Hides the setting from the list of settings that flow variables can set. */
    boolean hidden() default false;
}
