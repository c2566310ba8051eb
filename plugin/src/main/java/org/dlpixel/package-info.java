/**
 * Deep Pixel Classification: from a few painted pixels to a segmented volume.
 *
 * <pre>
 * io       sparse labels and image stacks are read slice by slice
 * image    ... as labelled regions: raw pixels, class indices, the volume's intensity range
 * augment  ... from which seeded patches are drawn and varied
 * network  ... on which a U-Net, written as a TorchScript archive,
 * train    ... is trained with a loss that ignores unlabelled pixels; the best held-out epoch is kept
 * predict  ... and applied to every slice, in exact tiles (tile),
 * score    ... compared with what is known,
 * view     ... and shown as overlays, curves and a report.
 * nodes    KNIME nodes around it: parameters and tables in, core calls, tables out.
 * </pre>
 */
package org.dlpixel;
