package net.imagej.axis;

/** Keeps the type. */
public class DefaultTypedAxis implements TypedAxis {
    private AxisType type;

    /** An axis of unknown type. */
    public DefaultTypedAxis() {
        this(Axes.unknown());
    }

    /** An axis of this type. */
    public DefaultTypedAxis(AxisType type) {
        this.type = type;
    }

    @Override
    public AxisType type() {
        return type;
    }

    @Override
    public void setType(AxisType newType) {
        type = newType;
    }
}
