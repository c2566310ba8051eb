package net.imagej.space;

import java.util.List;
import net.imagej.axis.TypedAxis;

/** Keeps the typed axes in a list. */
public abstract class AbstractTypedSpace<A extends TypedAxis> extends AbstractAnnotatedSpace<A>
        implements TypedSpace<A> {
    /** A space with these axes. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public AbstractTypedSpace(A... axes) {
        super(axes);
    }

    /** A space with these axes. */
    public AbstractTypedSpace(List<A> axes) {
        super(axes);
    }
}
