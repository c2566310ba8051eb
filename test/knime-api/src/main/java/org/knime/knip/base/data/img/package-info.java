/** Cells with images. */
package org.knime.knip.base.data.img;
