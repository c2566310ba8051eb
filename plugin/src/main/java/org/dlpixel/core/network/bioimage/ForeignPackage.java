package org.dlpixel.core.network.bioimage;

import java.util.List;
import java.util.Map;

/** Says why a package of another program cannot be used. */
final class ForeignPackage {

    private ForeignPackage() {}

    static String reason(Map<?, ?> rdf) {
        return "Another program made it, and it cannot be used here: " + part(rdf) + ".";
    }

    private static String part(Map<?, ?> rdf) {
        if (!(rdf.get("weights") instanceof Map<?, ?> weights) || weights.isEmpty()) {
            return "it has no weights";
        }
        if (!weights.containsKey("torchscript")) {
            return "its weights are " + weights.keySet() + ", not torchscript";
        }
        for (String tensors : List.of("inputs", "outputs")) {
            if (!(rdf.get(tensors) instanceof List<?> list) || list.size() != 1) {
                return "it has not exactly one tensor in " + tensors;
            }
            if (hasDepth(list.get(0))) {
                return "its " + tensors + " are not two-dimensional";
            }
        }
        return "its network is TorchScript code that this extension does not run; only packages"
                + " that were written by U-Net Model Writer can be read";
    }

    private static boolean hasDepth(Object tensor) {
        return tensor instanceof Map<?, ?> map
                && map.get("axes") instanceof List<?> axes
                && axes.stream()
                                .filter(
                                        a ->
                                                a instanceof Map<?, ?> m
                                                        && "space".equals(m.get("type")))
                                .count()
                        != 2;
    }
}
