package org.knime.node.parameters.updates;

/** Identifies a button. */
public interface ButtonReference {}
