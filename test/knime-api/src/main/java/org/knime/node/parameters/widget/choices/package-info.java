/** Choices among values, columns and files. */
package org.knime.node.parameters.widget.choices;
