package org.knime.core.data;

/** A value with text. */
public interface StringValue extends DataValue {
    /** The text. */
    String getStringValue();
}
