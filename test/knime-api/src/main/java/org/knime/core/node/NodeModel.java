package org.knime.core.node;

/** The executable part of a node; nodes defined by the fluent API never see it. */
public abstract class NodeModel {
    private NodeModel() {}
}
