package net.imagej.axis;

import java.io.Serializable;

/** A type of axes, compared by identity. */
public class DefaultAxisType implements AxisType, Serializable {
    private static final long serialVersionUID = 1L;

    private final String label;
    private final boolean spatial;

    /** A type that is no direction in space. */
    public DefaultAxisType(String label) {
        this(label, false);
    }

    /** A type. */
    public DefaultAxisType(String label, boolean spatial) {
        this.label = label;
        this.spatial = spatial;
    }

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public boolean isXY() {
        return equals(Axes.X) || equals(Axes.Y);
    }

    @Override
    public boolean isSpatial() {
        return spatial;
    }

    @Override
    public String toString() {
        return label;
    }
}
