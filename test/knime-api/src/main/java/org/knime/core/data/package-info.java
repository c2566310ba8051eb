/** Tables: cells, rows, columns and their types. */
package org.knime.core.data;
