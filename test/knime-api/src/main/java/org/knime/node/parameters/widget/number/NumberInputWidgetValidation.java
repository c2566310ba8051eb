package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A limit of a number field. */
public interface NumberInputWidgetValidation extends BuiltinValidation {
    /** Whether the limit itself is refused. */
    default boolean isExclusive() {
        return false;
    }

    /** The greatest number allowed. */
    abstract class MaxValidation implements NumberInputWidgetValidation {
        protected abstract double getMax();

        @Override
        public String getErrorMessage() {
            return "The value must be "
                    + (isExclusive() ? "less than " : "at most ")
                    + getMax()
                    + ".";
        }
    }

    /** The least number allowed. */
    abstract class MinValidation implements NumberInputWidgetValidation {
        protected abstract double getMin();

        @Override
        public String getErrorMessage() {
            return "The value must be "
                    + (isExclusive() ? "greater than " : "at least ")
                    + getMin()
                    + ".";
        }

        /** Zero or more. */
        public static final class IsNonNegativeValidation extends MinValidation {
            @Override
            public double getMin() {
                return 0;
            }
        }

        /** More than zero. */
        public static final class IsPositiveDoubleValidation extends MinValidation {
            @Override
            public double getMin() {
                return 0;
            }

            @Override
            public boolean isExclusive() {
                return true;
            }
        }

        /** One or more. */
        public static final class IsPositiveIntegerValidation extends MinValidation {
            @Override
            public double getMin() {
                return 1;
            }
        }
    }
}
