/** Collecting rows into tables, and computing new columns. */
package org.knime.core.data.container;
