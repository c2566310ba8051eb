package org.knime.core.data;

/** True or false. */
public interface BooleanValue extends DataValue {
    /** The truth value. */
    boolean getBooleanValue();
}
