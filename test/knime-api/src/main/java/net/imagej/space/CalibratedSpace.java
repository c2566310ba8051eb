package net.imagej.space;

import net.imagej.axis.CalibratedAxis;

/** A space whose axes are calibrated. */
public interface CalibratedSpace<A extends CalibratedAxis> extends TypedSpace<A> {
    /** Size of a pixel along a dimension, in the axis' unit. */
    default double averageScale(int d) {
        return axis(d).averageScale(0, 1);
    }
}
