package org.dlpixel.core.io;

/**
 * An axis of an OME-Zarr image.
 *
 * @param name lower case, usually one of t, c, z, y, x
 * @param unit normalised, {@link Units#PIXEL} if not stated
 * @param step distance of neighbours along it, in that unit
 */
record OmeAxis(String name, String unit, double step) {}
