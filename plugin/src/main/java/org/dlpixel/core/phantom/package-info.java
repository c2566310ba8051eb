/**
 * A procedural light-sheet stack of blood vessels with exact truth and scribbled labels: to try the
 * workflow without data of one's own, and to measure it.
 *
 * <p>{@code VesselTree} grows the vessels, {@code Specimen} gives them light, {@code Microscope}
 * blurs, shades and counts photons, {@code Scribbles} paints sparse labels as a person would.
 * Everything follows from the seed, on every machine.
 */
package org.dlpixel.core.phantom;
