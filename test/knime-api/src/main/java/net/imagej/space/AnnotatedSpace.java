package net.imagej.space;

import net.imagej.axis.Axis;
import net.imglib2.EuclideanSpace;

/** A space with an axis per dimension. */
public interface AnnotatedSpace<A extends Axis> extends EuclideanSpace {
    /** Axis of a dimension. */
    A axis(int d);

    /** Writes all axes into an array. */
    void axes(A[] axes);

    /** Changes the axis of a dimension. */
    void setAxis(A axis, int d);
}
