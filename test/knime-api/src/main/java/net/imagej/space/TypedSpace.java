package net.imagej.space;

import net.imagej.axis.AxisType;
import net.imagej.axis.TypedAxis;

/** A space whose axes have types. */
public interface TypedSpace<A extends TypedAxis> extends AnnotatedSpace<A> {
    /** Dimension with an axis of this type, or -1. */
    default int dimensionIndex(AxisType type) {
        for (int d = 0; d < numDimensions(); d++) {
            if (axis(d).type().equals(type)) {
                return d;
            }
        }
        return -1;
    }
}
