package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows an array or a list of groups as a list that can grow. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {
    String elementTitle() default "";

    String addButtonText() default "";

    boolean showSortButtons() default false;

    boolean hasFixedSize() default false;
}
