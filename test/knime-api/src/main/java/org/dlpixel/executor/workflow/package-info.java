/** Workflows as KNIME stores them: nodes, connections, variables and the bindings of settings. */
package org.dlpixel.executor.workflow;
