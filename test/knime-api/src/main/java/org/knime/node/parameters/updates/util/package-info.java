/** References that are conditions, too. */
package org.knime.node.parameters.updates.util;
