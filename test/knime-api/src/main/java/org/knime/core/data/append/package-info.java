/** Rows with further cells. */
package org.knime.core.data.append;
