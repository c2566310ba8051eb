package net.imagej.interval;

import net.imagej.axis.CalibratedAxis;
import net.imagej.space.AbstractCalibratedSpace;
import net.imglib2.RealInterval;

/** An interval with calibrated axes. */
public abstract class AbstractCalibratedRealInterval<A extends CalibratedAxis>
        extends AbstractCalibratedSpace<A> {
    /** An interval with one axis per dimension. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public AbstractCalibratedRealInterval(RealInterval interval, A... axes) {
        super(axes);
        if (interval.numDimensions() != axes.length) {
            throw new IllegalArgumentException(
                    "illegal number of axes: %d, must be %d"
                            .formatted(axes.length, interval.numDimensions()));
        }
    }
}
