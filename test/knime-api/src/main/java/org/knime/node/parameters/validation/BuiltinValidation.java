package org.knime.node.parameters.validation;

/** A check that the dialog makes; nodes check again in {@code validate}. */
public interface BuiltinValidation {
    String getErrorMessage();
}
