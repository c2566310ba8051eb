package org.knime.node;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.node.parameters.NodeParameters;

/** Input and output of one call of a column rearranger. */
final class RearrangeCall
        implements DefaultModel.RearrangeColumnsInput, DefaultModel.RearrangeColumnsOutput {
    private final Optional<NodeParameters> parameters;
    private final DataTableSpec spec;
    private Optional<ColumnRearranger> rearranger = Optional.empty();

    RearrangeCall(Optional<NodeParameters> parameters, DataTableSpec spec) {
        this.parameters = parameters;
        this.spec = spec;
    }

    ColumnRearranger rearranger() {
        return rearranger.orElseThrow(
                () -> new IllegalStateException("The node set no column rearranger."));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S extends NodeParameters> S getParameters() {
        return (S) parameters.orElse(null);
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return spec;
    }

    @Override
    public void setColumnRearranger(ColumnRearranger value) {
        rearranger = Optional.of(value);
    }
}
