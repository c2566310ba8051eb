package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;

/**
 * One column of a rearranged table.
 *
 * @param spec the column
 * @param factory computes it, or null if it is a column of the input
 * @param index index in the factory's columns, or in the input
 */
record RearrangedColumn(DataColumnSpec spec, CellFactory factory, int index) {}
