package org.dlpixel.core.phantom;

/**
 * A piece of a vessel: vessels are chains of overlapping balls.
 *
 * @param x centre in micrometres
 * @param y centre in micrometres
 * @param z centre in micrometres
 * @param radius in micrometres
 * @param brightness of the staining, 0..1
 */
record Ball(double x, double y, double z, double radius, double brightness) {}
