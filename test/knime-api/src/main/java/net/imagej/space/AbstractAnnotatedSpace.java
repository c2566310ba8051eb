package net.imagej.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imagej.axis.Axis;

/** Keeps the axes in a list. */
public abstract class AbstractAnnotatedSpace<A extends Axis> implements AnnotatedSpace<A> {
    private final List<A> axes;

    /** A space with these axes. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public AbstractAnnotatedSpace(A... axes) {
        this(Arrays.asList(axes));
    }

    /** A space with these axes. */
    public AbstractAnnotatedSpace(List<A> axes) {
        this.axes = new ArrayList<>(axes);
    }

    @Override
    public int numDimensions() {
        return axes.size();
    }

    @Override
    public A axis(int d) {
        return axes.get(d);
    }

    @Override
    public void axes(A[] target) {
        axes.toArray(target);
    }

    @Override
    public void setAxis(A axis, int d) {
        axes.set(d, axis);
    }
}
