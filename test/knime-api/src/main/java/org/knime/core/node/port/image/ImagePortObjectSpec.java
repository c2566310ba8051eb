package org.knime.core.node.port.image;

import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** Format of a picture. */
public final class ImagePortObjectSpec extends AbstractSimplePortObjectSpec {
    private static final String TYPE = "type";

    private DataType type;

    /** To be loaded. */
    public ImagePortObjectSpec() {}

    /** Pictures that are cells of this type. */
    public ImagePortObjectSpec(DataType type) {
        this.type = type;
    }

    /** Type of the cells with such pictures. */
    public DataType getDataType() {
        return type;
    }

    @Override
    protected void save(ModelContentWO model) {
        type.save(model.addConfig(TYPE));
    }

    @Override
    protected void load(ModelContentRO model) throws InvalidSettingsException {
        type = DataType.load(model.getConfig(TYPE));
    }

    /** Writes and reads specs. */
    public static final class Serializer
            extends AbstractSimplePortObjectSpecSerializer<ImagePortObjectSpec> {
        public Serializer() {}
    }
}
