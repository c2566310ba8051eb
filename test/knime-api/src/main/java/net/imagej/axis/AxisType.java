package net.imagej.axis;

/** What an axis stands for. */
public interface AxisType {
    /** Its name. */
    String getLabel();

    /** Whether it is X or Y. */
    boolean isXY();

    /** Whether it is a direction in space. */
    boolean isSpatial();
}
