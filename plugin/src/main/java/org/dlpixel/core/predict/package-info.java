/**
 * Segmentation of stacks, slice by slice.
 *
 * <p>{@link org.dlpixel.core.predict.SlicePredictor} reads a slice, normalises it as the model
 * demands, pads it by mirroring on the right and below, runs it whole if the memory budget allows
 * and otherwise in aligned tiles with an exact halo (or in blended windows, {@link
 * org.dlpixel.core.predict.Windows}), and hands classes and probabilities to a {@link
 * org.dlpixel.core.predict.PredictionSink}. The next slice is read and the last one written
 * meanwhile; at any time a few slices are in memory.
 */
package org.dlpixel.core.predict;
