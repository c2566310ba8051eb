/**
 * How good a segmentation is, counted over the pixels of which the truth is known.
 *
 * <p>Everything derives from one confusion matrix per slice; matrices add up, so that a stack is
 * scored slice by slice and its pooled scores are those of all its voxels at once.
 */
package org.dlpixel.core.score;
