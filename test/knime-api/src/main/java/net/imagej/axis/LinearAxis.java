package net.imagej.axis;

/** An axis with value = origin + scale * position. */
public interface LinearAxis extends CalibratedAxis {
    /** Value per position. */
    double scale();

    /** Changes the scale. */
    void setScale(double scale);

    /** Value at position 0. */
    double origin();

    /** Changes the origin. */
    void setOrigin(double origin);

    @Override
    LinearAxis copy();
}
