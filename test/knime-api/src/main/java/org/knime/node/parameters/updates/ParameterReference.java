package org.knime.node.parameters.updates;

/** Identifies a field of type {@code V} for other fields. */
public interface ParameterReference<V> {}
