/** Messages in the dialog. */
package org.knime.node.parameters.widget.message;
