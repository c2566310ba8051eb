/**
 * Augmentations that change the normalised intensities of a patch where they are.
 *
 * <p>All of them leave the labels alone, but for {@link org.dlpixel.core.augment.intensity.CutOut}.
 * Values may leave 0..1 unless an operation says that it clips: networks are trained with what
 * cameras would have seen.
 */
package org.dlpixel.core.augment.intensity;
