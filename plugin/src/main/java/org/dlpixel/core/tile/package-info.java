/**
 * Geometry of tiles: which part of a slice is read to compute which part of the result.
 *
 * <p>{@link org.dlpixel.core.tile.TileGrid} cuts a slice into cores that cover it once, each with
 * the halo that makes its result exact; {@link org.dlpixel.core.tile.SlidingWindow} and {@link
 * org.dlpixel.core.tile.BlendBand} are MONAI's overlapping, blended windows. Pure geometry and
 * arithmetic; nothing here knows a network.
 */
package org.dlpixel.core.tile;
