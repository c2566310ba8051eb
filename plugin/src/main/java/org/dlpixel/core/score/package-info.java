/**
 * How good a segmentation is, counted over the pixels of which the truth is known.
 *
 * <p>Everything derives from one confusion matrix per slice; matrices add up, so that a stack is
 * scored slice by slice and its pooled scores are those of all its voxels at once.
 *
 * <p>Beside that: how far a classifier's probabilities can be trusted ({@link
 * org.dlpixel.core.score.Calibration}), and how they are corrected because labels are not drawn as
 * the pixels of a volume are ({@link org.dlpixel.core.score.PriorShift}).
 */
package org.dlpixel.core.score;
