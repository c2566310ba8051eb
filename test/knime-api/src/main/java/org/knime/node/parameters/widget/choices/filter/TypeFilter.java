package org.knime.node.parameters.widget.choices.filter;

import org.knime.node.parameters.persistence.Persistable;

/** Selection by type; a type is stored as the name of its preferred value class. */
public abstract class TypeFilter implements Persistable {
    String[] m_selectedTypes = {};

    protected TypeFilter() {}
}
