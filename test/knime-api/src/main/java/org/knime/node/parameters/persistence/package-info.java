/** How fields become stored settings. */
package org.knime.node.parameters.persistence;
