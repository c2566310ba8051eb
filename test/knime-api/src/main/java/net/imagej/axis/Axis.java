package net.imagej.axis;

/** An axis. */
public interface Axis {}
