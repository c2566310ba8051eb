package org.knime.node.parameters.widget.choices.filter;

import org.knime.node.parameters.persistence.Persistable;

/** Selects texts that have a type: by name, by pattern or by type. */
public abstract class TypedStringFilter<T extends TypeFilter> implements Persistable {
    FilterMode m_mode = FilterMode.MANUAL;
    PatternFilter m_patternFilter = new PatternFilter();
    ManualFilter m_manualFilter = new ManualFilter();
    T m_typeFilter;

    protected TypedStringFilter(String[] initialSelected, T typeFilter) {
        m_manualFilter.m_manuallySelected = initialSelected.clone();
        m_typeFilter = typeFilter;
    }
}
