/** Controls for the fields of a dialog. */
package org.knime.node.parameters.widget;
