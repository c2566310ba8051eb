package org.dlpixel.core.augment.geometry;

import org.dlpixel.core.augment.operation.SplineField;

/**
 * How far off every pixel of a patch is read, in pixels.
 *
 * @param x along x
 * @param y along y
 * @param limit no pixel is read from further off, along either axis
 */
public record Displacement(SplineField x, SplineField y, double limit) {}
