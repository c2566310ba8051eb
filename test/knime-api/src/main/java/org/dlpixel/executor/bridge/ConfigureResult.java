package org.dlpixel.executor.bridge;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.port.PortObjectSpec;

/**
 * What configure gave.
 *
 * @param specs one element per output port, null where the node set none
 * @param warning the node's last warning, if any
 */
public record ConfigureResult(List<PortObjectSpec> specs, Optional<String> warning) {
    public ConfigureResult {
        specs = Collections.unmodifiableList(Arrays.asList(specs.toArray(PortObjectSpec[]::new)));
    }
}
