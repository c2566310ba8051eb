/** Cells of the basic types, and rows that hold their cells. */
package org.knime.core.data.def;
