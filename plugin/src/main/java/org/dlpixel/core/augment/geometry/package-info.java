/**
 * Augmentations that move pixels.
 *
 * <p>All of them together make one {@link org.dlpixel.core.augment.geometry.Warp}: an affine map
 * and a smooth displacement, through which the region is read once ({@link
 * org.dlpixel.core.augment.geometry.Resampler}).
 */
package org.dlpixel.core.augment.geometry;
