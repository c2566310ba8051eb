package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;

/** What is known of a port object before it exists. */
public interface PortObjectSpec {
    /** Views of the spec; nodes of ours have none. */
    JComponent[] getViews();

    /** Writes and reads specs of one class. */
    abstract class PortObjectSpecSerializer<T extends PortObjectSpec> {
        public PortObjectSpecSerializer() {}

        /** Writes the spec; entries of the stream are the serializer's own. */
        public abstract void savePortObjectSpec(T spec, PortObjectSpecZipOutputStream out)
                throws IOException;

        /** Reads what {@link #savePortObjectSpec} wrote. */
        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
    }
}
