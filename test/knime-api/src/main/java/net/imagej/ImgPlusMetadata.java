package net.imagej;

import net.imagej.axis.CalibratedAxis;
import net.imagej.space.CalibratedSpace;
import org.scijava.Named;

/** All that is known of an image but its pixels. */
public interface ImgPlusMetadata
        extends Named, Sourced, CalibratedSpace<CalibratedAxis>, ImageMetadata {}
