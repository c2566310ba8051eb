package org.dlpixel.core.network.archive;

import java.util.List;

/**
 * A tensor of a module tree, without its values.
 *
 * @param key path of attribute names joined by dots, as in a PyTorch state_dict
 * @param shape extents, slowest axis first; empty for a scalar
 * @param role what the tensor is for
 */
public record TensorSpec(String key, List<Integer> shape, Role role) implements Attribute {

    /** What a tensor is for. */
    public enum Role {
        /** Trained: the loss has a gradient with respect to it. */
        PARAMETER,
        /** Kept beside the parameters, float, e.g. a running mean. */
        BUFFER,
        /** A whole number (int64) that only other programs read. */
        COUNTER
    }

    public TensorSpec {
        shape = List.copyOf(shape);
    }

    /** Number of values. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    public boolean isParameter() {
        return role == Role.PARAMETER;
    }

    /** Whether the values are float32; counters are not. */
    public boolean isFloat() {
        return role != Role.COUNTER;
    }

    /** Bytes per value in an archive. */
    int valueBytes() {
        return isFloat() ? Float.BYTES : Long.BYTES;
    }
}
