package org.knime.core.data;

/** A value that is one of finitely many. */
public interface NominalValue extends DataValue {}
