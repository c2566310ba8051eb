package org.knime.core.data;

/** A value of an ordered range. */
public interface BoundedValue extends DataValue {}
