package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What flows between nodes. */
public interface PortObject {
    /** Type of a port that takes any object. */
    PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    /** Type of a port that takes any object and need not be connected. */
    PortType TYPE_OPTIONAL = PortTypeRegistry.getInstance().getPortType(PortObject.class, true);

    /** One line about the object. */
    String getSummary();

    /** The object's spec. */
    PortObjectSpec getSpec();

    /** Views of the object. */
    JComponent[] getViews();

    /** Writes and reads objects of one class. */
    abstract class PortObjectSerializer<T extends PortObject> {
        public PortObjectSerializer() {}

        /**
         * Writes the object; entries of the stream are the serializer's own.
         *
         * @throws CanceledExecutionException if cancelled
         */
        public abstract void savePortObject(
                T object, PortObjectZipOutputStream out, ExecutionMonitor progress)
                throws IOException, CanceledExecutionException;

        /**
         * Reads what {@link #savePortObject} wrote.
         *
         * @throws CanceledExecutionException if cancelled
         */
        public abstract T loadPortObject(
                PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor progress)
                throws IOException, CanceledExecutionException;
    }
}
