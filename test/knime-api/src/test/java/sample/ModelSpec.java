package sample;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** Says which column a model was made from. */
public final class ModelSpec extends AbstractSimplePortObjectSpec {
    private String column = "";

    public ModelSpec() {}

    public ModelSpec(String column) {
        this.column = column;
    }

    public String column() {
        return column;
    }

    @Override
    protected void save(ModelContentWO model) {
        model.addString("column", column);
    }

    @Override
    protected void load(ModelContentRO model) throws InvalidSettingsException {
        column = model.getString("column");
    }

    /** Stores the spec. */
    public static final class Serializer
            extends AbstractSimplePortObjectSpecSerializer<ModelSpec> {}
}
