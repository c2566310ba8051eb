/** The ports that one node has. */
package org.knime.core.node.context.ports;
