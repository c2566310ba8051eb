package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text field of one line. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {
    /** Shown while the field is empty. */
    String placeholder() default "";

    Class<? extends TextInputWidgetValidation.PatternValidation> patternValidation() default
            TextInputWidgetValidation.PatternValidation.class;

    Class<? extends TextInputWidgetValidation.MinLengthValidation> minLengthValidation() default
            TextInputWidgetValidation.MinLengthValidation.class;

    Class<? extends TextInputWidgetValidation.MaxLengthValidation> maxLengthValidation() default
            TextInputWidgetValidation.MaxLengthValidation.class;
}
