package org.knime.node.parameters.persistence;

/** A class whose fields are stored, each under its own key. */
public interface Persistable {}
