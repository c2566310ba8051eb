/** Intervals with axes. */
package net.imagej.interval;
