/** Axes of images, their types and calibration. */
package net.imagej.axis;
