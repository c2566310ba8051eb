/** Trees of typed settings, as KNIME's nodes see them. */
package org.knime.core.node.config;
