package net.imagej.space;

import java.util.List;
import net.imagej.axis.CalibratedAxis;

/** Keeps the calibrated axes in a list. */
public abstract class AbstractCalibratedSpace<A extends CalibratedAxis>
        extends AbstractTypedSpace<A> implements CalibratedSpace<A> {
    /** A space with these axes. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public AbstractCalibratedSpace(A... axes) {
        super(axes);
    }

    /** A space with these axes. */
    public AbstractCalibratedSpace(List<A> axes) {
        super(axes);
    }
}
