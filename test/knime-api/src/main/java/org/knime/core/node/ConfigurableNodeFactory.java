package org.knime.core.node;

/** A factory of nodes whose ports may be configured. */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {
    protected ConfigurableNodeFactory() {}
}
