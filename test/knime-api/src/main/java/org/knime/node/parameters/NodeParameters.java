package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * The settings of a node, or a group of them. Every field that is not private is stored under its
 * name without a leading {@code m_}, in the order of declaration. Loading uses the constructor
 * without arguments; a constructor with a {@code NodeParametersInput} is used once, when a node is
 * new.
 */
public interface NodeParameters extends Persistable, WidgetGroup {
    /** Called after every load and before every apply; refuses values that cannot work. */
    default void validate() throws InvalidSettingsException {}
}
