package org.dlpixel.descriptors.plugin;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** A spec as plug-ins have them. */
public final class SampleSpec extends AbstractSimplePortObjectSpec {
    private String column = "";

    @Override
    protected void save(ModelContentWO model) {
        model.addString("column", column);
    }

    @Override
    protected void load(ModelContentRO model) throws InvalidSettingsException {
        column = model.getString("column");
    }

    /** Its serializer. */
    public static final class Serializer
            extends AbstractSimplePortObjectSpecSerializer<SampleSpec> {}
}
