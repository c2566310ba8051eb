package net.imagej.axis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The known types of axes; one type per label, but every unknown one is its own. */
public final class Axes {
    /** Label of unknown types. */
    public static final String UNKNOWN_LABEL = "Unknown";

    private static final Map<String, AxisType> TYPES = new ConcurrentHashMap<>();

    /** Width. */
    public static final AxisType X = get("X", true);

    /** Height. */
    public static final AxisType Y = get("Y", true);

    /** Depth. */
    public static final AxisType Z = get("Z", true);

    /** Time. */
    public static final AxisType TIME = get("Time");

    /** Channels. */
    public static final AxisType CHANNEL = get("Channel");

    private Axes() {}

    /** The type of this label; a new one is no direction in space. */
    public static AxisType get(String label) {
        return get(label, false);
    }

    /** The type of this label. */
    public static AxisType get(String label, boolean spatial) {
        return UNKNOWN_LABEL.equals(label)
                ? unknown()
                : TYPES.computeIfAbsent(label, l -> new DefaultAxisType(l, spatial));
    }

    /** A new unknown type. */
    public static AxisType unknown() {
        return new DefaultAxisType(UNKNOWN_LABEL);
    }

    /** All types with a label. */
    public static AxisType[] knownTypes() {
        return TYPES.values().toArray(AxisType[]::new);
    }
}
