package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import org.knime.core.data.DataColumnSpec;

/** Selection by the first value class of a column's type. */
final class ColumnTypeFilter extends TypeFilter {
    ColumnTypeFilter() {}

    boolean selects(DataColumnSpec column) {
        return List.of(m_selectedTypes)
                .contains(column.getType().getValueClasses().get(0).getName());
    }
}
