package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** Selects columns: by name, by pattern or by type. */
public final class ColumnFilter extends TypedStringFilter<ColumnTypeFilter> {
    public ColumnFilter() {
        this(new String[0]);
    }

    public ColumnFilter(String[] initialSelected) {
        super(initialSelected, new ColumnTypeFilter());
    }

    public ColumnFilter(List<DataColumnSpec> initialSelected) {
        this(names(initialSelected));
    }

    /** Also selects columns that neither list names; changes and returns this filter. */
    public ColumnFilter withIncludeUnknownColumns() {
        m_manualFilter.m_includeUnknownColumns = true;
        return this;
    }

    /** Selects only columns that are listed; changes and returns this filter. */
    public ColumnFilter withExcludeUnknownColumns() {
        m_manualFilter.m_includeUnknownColumns = false;
        return this;
    }

    /** The names of the selected columns, in the order of the choices. */
    public String[] filter(List<DataColumnSpec> choices) {
        if (m_mode == FilterMode.TYPE) {
            return names(choices.stream().filter(m_typeFilter::selects).toList());
        }
        return Filters.select(m_mode, m_patternFilter, m_manualFilter, names(choices));
    }

    /** The names of the selected columns of a whole table. */
    public String[] filterFromFullSpec(DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    /** The names that are selected and are no choices. */
    public String[] getMissingSelected(List<DataColumnSpec> choices) {
        return m_mode == FilterMode.MANUAL
                ? Filters.missing(m_manualFilter, List.of(names(choices)))
                : new String[0];
    }

    private static String[] names(List<DataColumnSpec> columns) {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }
}
