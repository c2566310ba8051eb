package org.knime.core.node.port;

import java.io.IOException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** A port object that writes and reads itself; needs a public constructor without arguments. */
public abstract class AbstractPortObject implements PortObject {
    public AbstractPortObject() {}

    /**
     * Writes this object.
     *
     * @throws CanceledExecutionException if cancelled
     */
    protected abstract void save(PortObjectZipOutputStream out, ExecutionMonitor progress)
            throws IOException, CanceledExecutionException;

    /**
     * Reads this object.
     *
     * @throws CanceledExecutionException if cancelled
     */
    protected abstract void load(
            PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor progress)
            throws IOException, CanceledExecutionException;

    /** The serializer to extend, once per class. */
    public abstract static class AbstractPortObjectSerializer<T extends AbstractPortObject>
            extends PortObjectSerializer<T> {
        public AbstractPortObjectSerializer() {}

        @Override
        public void savePortObject(
                T object, PortObjectZipOutputStream out, ExecutionMonitor progress)
                throws IOException, CanceledExecutionException {
            object.save(out, progress);
        }

        @Override
        public T loadPortObject(
                PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor progress)
                throws IOException, CanceledExecutionException {
            T object = PublicClasses.create(PublicClasses.argumentOf(this));
            object.load(in, spec, progress);
            return object;
        }
    }
}
