/** The model port, and where a running KNIME keeps the deep-learning engine's native library. */
package org.dlpixel.nodes.port;
