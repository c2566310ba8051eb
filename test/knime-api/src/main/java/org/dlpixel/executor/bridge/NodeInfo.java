package org.dlpixel.executor.bridge;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/**
 * A node's fluent definition.
 *
 * @param name title of the node
 * @param icon path relative to the factory class, or empty
 * @param shortDescription one sentence
 * @param fullDescription XHTML
 * @param sinceVersion "major.minor.revision" of the KNIME release it says it exists since
 * @param type node type
 * @param keywords search words
 * @param externalResources links
 * @param portGroups the port groups in order
 * @param parameters the parameters class, if any
 * @param rearrangesColumns whether it is a column rearranger (no configure and execute of its own)
 */
public record NodeInfo(
        String name,
        Optional<String> icon,
        String shortDescription,
        String fullDescription,
        String sinceVersion,
        NodeFactory.NodeType type,
        List<String> keywords,
        List<ExternalResource> externalResources,
        List<PortGroup> portGroups,
        Optional<Class<? extends NodeParameters>> parameters,
        boolean rearrangesColumns) {
    public NodeInfo {
        keywords = List.copyOf(keywords);
        externalResources = List.copyOf(externalResources);
        portGroups = List.copyOf(portGroups);
    }

    /** A link with its text. */
    public record ExternalResource(String href, String description) {}

    /**
     * One port group.
     *
     * @param id the group's id, for fixed ports the port's name
     * @param mode how many ports it may have
     * @param input its description as input, empty if it is none
     * @param output its description as output, empty if it is none
     * @param defaults port types it starts with
     */
    public record PortGroup(
            String id,
            Mode mode,
            Optional<PortText> input,
            Optional<PortText> output,
            List<PortType> defaults) {
        public PortGroup {
            defaults = List.copyOf(defaults);
        }
    }

    /** Name and description of a port. */
    public record PortText(String name, String description) {}

    /** How many ports a group may have. */
    public enum Mode {
        FIXED,
        OPTIONAL,
        EXTENDABLE,
        EXCHANGEABLE,
        BOUND
    }
}
