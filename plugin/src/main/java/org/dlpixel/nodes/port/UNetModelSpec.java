package org.dlpixel.nodes.port;

import org.dlpixel.core.network.ModelInfo;
import org.dlpixel.core.network.ModelMetadata;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/**
 * What is known of a model before it is trained.
 *
 * <p>It holds settings only, never what the data decide (classes, channels): the spec announced
 * when a node is configured must equal the one after it is executed.
 */
public final class UNetModelSpec extends AbstractSimplePortObjectSpec {

    /** Saves and loads the spec. */
    public static final class Serializer
            extends AbstractSimplePortObjectSpecSerializer<UNetModelSpec> {}

    /** Stands for the architecture of a network that another program made. */
    private static final String FOREIGN = "TORCH_SCRIPT";

    private static final String ARCHITECTURE = "architecture";
    private static final String DEPTH = "depth";

    private String architecture = "";
    private int depth;

    /** For KNIME, which then calls {@link #load}. */
    public UNetModelSpec() {}

    /**
     * @param architecture name of the network's architecture
     * @param depth number of resolution levels; 0 if not known
     */
    public UNetModelSpec(String architecture, int depth) {
        this.architecture = architecture;
        this.depth = depth;
    }

    /** What is announced of a model that was read. */
    public static UNetModelSpec of(ModelInfo info) {
        return info instanceof ModelMetadata own
                ? new UNetModelSpec(own.network().architecture().name(), own.network().depth())
                : new UNetModelSpec(FOREIGN, 0);
    }

    public String architecture() {
        return architecture;
    }

    public int depth() {
        return depth;
    }

    @Override
    protected void save(ModelContentWO content) {
        content.addString(ARCHITECTURE, architecture);
        content.addInt(DEPTH, depth);
    }

    @Override
    protected void load(ModelContentRO content) throws InvalidSettingsException {
        architecture = content.getString(ARCHITECTURE);
        depth = content.getInt(DEPTH);
    }
}
