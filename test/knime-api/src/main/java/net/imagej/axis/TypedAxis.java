package net.imagej.axis;

/** An axis with a type. */
public interface TypedAxis extends Axis {
    /** The type. */
    AxisType type();

    /** Changes the type. */
    void setType(AxisType type);
}
