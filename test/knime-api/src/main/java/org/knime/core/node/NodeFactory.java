package org.knime.core.node;

/** Creates a node; its class name is the node's saved identity. */
public abstract class NodeFactory<T extends NodeModel> {
    protected NodeFactory() {}

    /** The node's type, shown as the colour of the node. */
    public NodeType getType() {
        return NodeType.Unknown;
    }

    /** What a node is for. */
    public enum NodeType {
        Source,
        Sink,
        Learner,
        Predictor,
        Manipulator,
        Visualizer,
        Meta,
        LoopStart,
        LoopEnd,
        ScopeStart,
        ScopeEnd,
        @Deprecated
        QuickForm,
        Configuration,
        Widget,
        Other,
        Missing,
        Unknown,
        Subnode,
        Container,
        VirtualIn,
        VirtualOut
    }
}
