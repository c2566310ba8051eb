/**
 * Runs a workflow in KNIME's own format without KNIME: the same options, the same exit codes, the
 * same node classes.
 */
package org.dlpixel.executor;
