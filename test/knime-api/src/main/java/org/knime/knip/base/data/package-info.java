/** Cells of the image processing extension. */
package org.knime.knip.base.data;
