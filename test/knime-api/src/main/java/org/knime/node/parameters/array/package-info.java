/** Widgets of fields that hold several groups. */
package org.knime.node.parameters.array;
