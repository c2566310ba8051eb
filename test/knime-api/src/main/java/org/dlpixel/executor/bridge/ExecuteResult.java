package org.dlpixel.executor.bridge;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.port.PortObject;

/**
 * What execute gave.
 *
 * @param objects one element per output port, null where the node set none (an invalid result: the
 *     executor says so)
 * @param warning the node's last warning, if any
 */
public record ExecuteResult(List<PortObject> objects, Optional<String> warning) {
    public ExecuteResult {
        objects = Collections.unmodifiableList(Arrays.asList(objects.toArray(PortObject[]::new)));
    }
}
