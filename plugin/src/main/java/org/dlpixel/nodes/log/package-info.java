/** What the deep-learning engine logs goes to KNIME's log. */
package org.dlpixel.nodes.log;
