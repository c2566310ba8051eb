package org.knime.core.node;

/** Marker of the fluent definition of nodes. */
public interface FluentNodeAPI {}
