package org.knime.node.parameters.widget.number;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A number field with limits. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberInputWidget {
    Class<? extends NumberInputWidgetValidation.MinValidation> minValidation() default
            NumberInputWidgetValidation.MinValidation.class;

    Class<? extends NumberInputWidgetValidation.MaxValidation> maxValidation() default
            NumberInputWidgetValidation.MaxValidation.class;
}
