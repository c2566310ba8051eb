package net.imagej.axis;

/** An axis with value = origin + scale * position. */
public class DefaultLinearAxis extends Variable2Axis implements LinearAxis {
    /** Scale 1, no unit. */
    public DefaultLinearAxis(AxisType type) {
        this(type, null, 1);
    }

    /** No unit. */
    public DefaultLinearAxis(AxisType type, double scale) {
        this(type, null, scale);
    }

    /** Scale 1. */
    public DefaultLinearAxis(AxisType type, String unit) {
        this(type, unit, 1);
    }

    /** Origin 0. */
    public DefaultLinearAxis(AxisType type, String unit, double scale) {
        this(type, unit, scale, 0);
    }

    /** All of it. */
    public DefaultLinearAxis(AxisType type, String unit, double scale, double origin) {
        super(type, unit, origin, scale);
    }

    @Override
    public double scale() {
        return b();
    }

    @Override
    public void setScale(double scale) {
        setB(scale);
    }

    @Override
    public double origin() {
        return a();
    }

    @Override
    public void setOrigin(double origin) {
        setA(origin);
    }

    @Override
    public double calibratedValue(double position) {
        return origin() + scale() * position;
    }

    @Override
    public double rawValue(double value) {
        return (value - origin()) / scale();
    }

    @Override
    public String generalEquation() {
        return "y = a + b*x";
    }

    @Override
    public DefaultLinearAxis copy() {
        return new DefaultLinearAxis(type(), unit(), scale(), origin());
    }
}
