/** What the dialog shows, hides and computes while the user changes fields. */
package org.knime.node.parameters.updates;
