package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dlpixel.executor.bridge.NodeInfo;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory;

/** Definition of a node: texts, ports, model. */
public final class DefaultNode implements FluentNodeAPI {
    private final NodeTexts texts;
    private final NodePorts ports;
    private final DefaultModel model;
    private final List<String> keywords = new ArrayList<>();
    private final List<NodeInfo.ExternalResource> resources = new ArrayList<>();
    private NodeFactory.NodeType type = NodeFactory.NodeType.Other;

    DefaultNode(NodeTexts texts, NodePorts ports, DefaultModel model) {
        this.texts = texts;
        this.ports = ports;
        this.model = model;
    }

    /** Starts a definition. */
    public static RequireName create() {
        return name ->
                icon ->
                        brief ->
                                full ->
                                        (major, minor, revision) ->
                                                new NodePorts.Stage(
                                                        new NodeTexts(
                                                                name,
                                                                Optional.ofNullable(icon),
                                                                brief,
                                                                full,
                                                                major + "." + minor + "."
                                                                        + revision));
    }

    /** What the node is for. */
    public DefaultNode nodeType(NodeFactory.NodeType nodeType) {
        type = nodeType;
        return this;
    }

    /** Words the search finds the node by. */
    public DefaultNode keywords(String... words) {
        keywords.addAll(List.of(words));
        return this;
    }

    /** A link in the node's description. */
    public DefaultNode addExternalResource(String href, String description) {
        resources.add(new NodeInfo.ExternalResource(href, description));
        return this;
    }

    NodeFactory.NodeType type() {
        return type;
    }

    NodePorts ports() {
        return ports;
    }

    DefaultModel model() {
        return model;
    }

    NodeInfo describe() {
        return new NodeInfo(
                texts.name(),
                texts.icon(),
                texts.shortDescription(),
                texts.fullDescription(),
                texts.sinceVersion(),
                type,
                keywords,
                resources,
                ports.describe(),
                model.parametersClass(),
                model instanceof DefaultModel.Rearranging);
    }

    /** Asks for the name. */
    public interface RequireName {
        /** Title of the node. */
        RequireIcon name(String name);
    }

    /** Asks for the icon. */
    public interface RequireIcon {
        /** Path of the icon relative to the factory class, or null. */
        RequireShortDescription icon(String relativePath);
    }

    /** Asks for the short description. */
    public interface RequireShortDescription {
        /** One sentence. */
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** Asks for the full description. */
    public interface RequireFullDescription {
        /** XHTML. */
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** Asks for the version. */
    public interface RequireSinceVersion {
        /** The KNIME release since which the node exists. */
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** Asks for the model. */
    public interface RequireModel {
        /** Parameters, configure and execute. */
        DefaultNode model(Function<DefaultModel.RequireModelParameters, DefaultModel> model);
    }
}
