package org.knime.node.parameters.widget.choices.filter;

/** How a filter selects; texts without a type know no {@link #TYPE}. */
enum FilterMode {
    MANUAL,
    REGEX,
    WILDCARD,
    TYPE
}
