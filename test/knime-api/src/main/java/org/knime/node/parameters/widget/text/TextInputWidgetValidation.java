package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A rule for a text field. */
public interface TextInputWidgetValidation extends BuiltinValidation {
    /** The whole text must match a regular expression. */
    abstract class PatternValidation implements TextInputWidgetValidation {
        protected abstract String getPattern();

        @Override
        public String getErrorMessage() {
            return "The text must match the pattern " + getPattern() + ".";
        }

        /** At least one character that is no white space. */
        public static final class IsNotBlankValidation extends PatternValidation {
            @Override
            public String getPattern() {
                return ".*\\S.*";
            }
        }

        /** At least one character. */
        public static final class IsNotEmptyValidation extends MinLengthValidation {
            @Override
            protected int getMinLength() {
                return 1;
            }
        }
    }

    /** The text must have a number of characters. */
    abstract class MinLengthValidation implements TextInputWidgetValidation {
        protected abstract int getMinLength();

        @Override
        public String getErrorMessage() {
            return "The text must have at least " + getMinLength() + " characters.";
        }
    }

    /** The text must not have more than a number of characters. */
    abstract class MaxLengthValidation implements TextInputWidgetValidation {
        protected abstract int getMaxLength();

        @Override
        public String getErrorMessage() {
            return "The text must have at most " + getMaxLength() + " characters.";
        }
    }
}
