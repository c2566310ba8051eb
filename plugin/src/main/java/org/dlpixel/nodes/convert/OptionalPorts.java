package org.dlpixel.nodes.convert;

import java.util.OptionalInt;
import org.knime.core.node.context.ports.PortsConfiguration;

/** Input ports that users add to a node, or not. */
public final class OptionalPorts {

    private OptionalPorts() {}

    /** Index among all inputs of the only port of a group, if it was added. */
    public static OptionalInt input(PortsConfiguration ports, String group) {
        int[] location = ports.getInputPortLocation().get(group);
        return location == null || location.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(location[0]);
    }
}
