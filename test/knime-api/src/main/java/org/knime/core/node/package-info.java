/** Nodes, what they execute in, and the tables between them. */
package org.knime.core.node;
