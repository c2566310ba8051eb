package net.imagej.axis;

/** An axis whose positions stand for calibrated values. */
public interface CalibratedAxis extends TypedAxis {
    /** Unit of the calibrated values, or null. */
    String unit();

    /** Changes the unit. */
    void setUnit(String unit);

    /** The value at a position. */
    double calibratedValue(double position);

    /** The position of a value. */
    double rawValue(double value);

    /** Value per position between two positions. */
    double averageScale(double position1, double position2);

    /** The equation with names of its parameters. */
    String generalEquation();

    /** The equation with its parameters. */
    String particularEquation();

    /** A copy. */
    CalibratedAxis copy();
}
