/** Spaces whose dimensions have axes. */
package net.imagej.space;
