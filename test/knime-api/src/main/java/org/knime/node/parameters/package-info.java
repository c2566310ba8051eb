/** What a node lets its user choose, as a class whose fields are the settings. */
package org.knime.node.parameters;
