package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.Collection;

/** The two selections that do not depend on types. */
final class Filters {
    private Filters() {}

    static String[] select(
            FilterMode mode, PatternFilter pattern, ManualFilter manual, String[] choices) {
        return Arrays.stream(choices)
                .filter(
                        choice ->
                                mode == FilterMode.MANUAL
                                        ? manual.selects(choice)
                                        : pattern.selects(choice, mode))
                .toArray(String[]::new);
    }

    static String[] missing(ManualFilter manual, Collection<String> choices) {
        return Arrays.stream(manual.m_manuallySelected)
                .filter(selected -> !choices.contains(selected))
                .toArray(String[]::new);
    }
}
