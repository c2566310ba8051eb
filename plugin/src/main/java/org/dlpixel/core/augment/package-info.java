/**
 * Patches for training: where they are cut, how they are varied, and that they are always the same
 * for the same key.
 *
 * <pre>
 * place     a random place of the region, or one around a labelled pixel (PatchPlacement)
 * geometry  all flips, turns, crops and zooms are composed into one affine map (Affine)
 * resample  ... and read from the region once: image bilinear, labels nearest; what lies outside
 *           the region is mirrored in the image and ignored in the labels (Resampler)
 * intensity brightness, contrast and gamma change the normalised pixels in place
 * </pre>
 */
package org.dlpixel.core.augment;
