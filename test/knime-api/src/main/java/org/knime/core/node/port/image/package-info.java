/** Ports for pictures. */
package org.knime.core.node.port.image;
