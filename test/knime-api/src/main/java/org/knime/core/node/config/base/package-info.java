/** Typed entries, the tree that holds them, and the XML in which KNIME stores it. */
package org.knime.core.node.config.base;
