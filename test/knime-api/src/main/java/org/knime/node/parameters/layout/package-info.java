/** Where the fields stand in the dialog. */
package org.knime.node.parameters.layout;
