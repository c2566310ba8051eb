/** Filters that select several values. */
package org.knime.node.parameters.widget.choices.filter;
