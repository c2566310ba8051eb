/**
 * Segmentation of stacks, slice by slice.
 *
 * <p>{@link org.dlpixel.core.predict.SlicePredictor} reads a slice, normalises it as the model
 * demands, pads it by mirroring on the right and below, runs it whole if the memory budget allows
 * and otherwise in aligned tiles with an exact halo, and hands class indices to a sink. At any time
 * one slice is in memory.
 */
package org.dlpixel.core.predict;
