/** What flows between nodes, and how it is written and read. */
package org.knime.core.node.port;
