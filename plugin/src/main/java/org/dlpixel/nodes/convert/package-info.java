/**
 * Cells to images and back: the only place that knows both KNIP's image cells and imglib2.
 *
 * <p>Here also live the columns of the image tables, the resolution of {@code knime://} paths, and
 * the translation of this library's errors and progress into KNIME's.
 */
package org.dlpixel.nodes.convert;
