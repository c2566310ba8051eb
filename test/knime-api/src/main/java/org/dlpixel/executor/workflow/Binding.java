package org.dlpixel.executor.workflow;

import java.util.List;
import java.util.Optional;

/**
 * What the variables section of a node says about one setting.
 *
 * @param path keys from the root of the node's model
 * @param used variable that replaces the setting
 * @param exposed variable that carries the setting to later nodes
 */
public record Binding(List<String> path, Optional<String> used, Optional<String> exposed) {
    public Binding {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("illegal path of a binding: [], must not be empty");
        }
    }
}
