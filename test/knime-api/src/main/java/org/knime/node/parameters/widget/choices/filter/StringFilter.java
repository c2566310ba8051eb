package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import org.knime.node.parameters.persistence.Persistable;

/** Selects texts, by name or by pattern. */
public class StringFilter implements Persistable {
    FilterMode m_mode = FilterMode.MANUAL;
    PatternFilter m_patternFilter = new PatternFilter();
    ManualFilter m_manualFilter = new ManualFilter();

    public StringFilter() {}

    public StringFilter(String[] initialSelected) {
        m_manualFilter.m_manuallySelected = initialSelected.clone();
    }

    public StringFilter(List<String> initialSelected) {
        this(initialSelected.toArray(String[]::new));
    }

    /** The choices that are selected, in their order. */
    public String[] filter(String[] choices) {
        return Filters.select(m_mode, m_patternFilter, m_manualFilter, choices);
    }

    /** The names that are selected and are no choices. */
    public String[] getMissingSelected(String[] choices) {
        return m_mode == FilterMode.MANUAL
                ? Filters.missing(m_manualFilter, Arrays.asList(choices))
                : new String[0];
    }
}
