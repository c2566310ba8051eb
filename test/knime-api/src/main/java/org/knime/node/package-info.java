/** The fluent definition of nodes. */
package org.knime.node;
