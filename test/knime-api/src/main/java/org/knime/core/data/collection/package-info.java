/** Cells that hold several cells. */
package org.knime.core.data.collection;
