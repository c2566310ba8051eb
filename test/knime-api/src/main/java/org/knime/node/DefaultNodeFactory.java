package org.knime.node;

import org.dlpixel.executor.bridge.NodeAccess;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;

/** Factory of a node with a fluent definition. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel> {
    static {
        SharedSecrets.register(NodeAccess.class, new NodeRunner());
    }

    private final DefaultNode node;

    /** For subclasses, which pass their definition. */
    protected DefaultNodeFactory(DefaultNode node) {
        this.node = node;
    }

    @Override
    public final NodeFactory.NodeType getType() {
        return node.type();
    }

    final DefaultNode node() {
        return node;
    }
}
