/** Images with axes, calibration, name and source. */
package net.imagej;
