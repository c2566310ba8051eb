/**
 * Patches for training: where they are cut, how they are varied, and that they are always the same
 * for the same key.
 *
 * <pre>
 * place     a random place of the region, or one around a labelled pixel (PatchPlacement)
 * geometry  all flips, turns, crops, zooms and shears are composed into one affine map, a smooth
 *           displacement added (geometry.Warp)
 * resample  ... and read from the region once: image linear or cubic, labels nearest; what lies
 *           outside the region is mirrored in the image and ignored in the labels
 *           (geometry.Resampler)
 * intensity blur, noise, shading and the like change the normalised pixels in place (intensity)
 * </pre>
 *
 * <p>Every augmentation is a record of its limits that draws a variation; the variation knows how
 * it is applied and how it is called. {@link org.dlpixel.core.augment.Operations} lists them.
 */
package org.dlpixel.core.augment;
