package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;

/** Choices among columns. */
public interface ColumnChoicesProvider extends TypedStringChoicesProvider {
    default List<DataColumnSpec> columnChoices(NodeParametersInput context) {
        return List.of();
    }

    @Override
    default List<TypedStringChoice> computeState(NodeParametersInput context) {
        return columnChoices(context).stream().map(TypedStringChoice::fromColSpec).toList();
    }
}
