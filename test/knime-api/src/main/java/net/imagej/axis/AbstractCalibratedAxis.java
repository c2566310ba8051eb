package net.imagej.axis;

import java.util.Objects;

/** Keeps the unit. */
public abstract class AbstractCalibratedAxis extends DefaultTypedAxis implements CalibratedAxis {
    private String unit;

    /** An axis without unit. */
    public AbstractCalibratedAxis(AxisType type) {
        this(type, null);
    }

    /** An axis with a unit, which may be null. */
    public AbstractCalibratedAxis(AxisType type, String unit) {
        super(type);
        this.unit = unit;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public void setUnit(String newUnit) {
        unit = newUnit;
    }

    @Override
    public double averageScale(double position1, double position2) {
        return (calibratedValue(position2) - calibratedValue(position1)) / (position2 - position1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AbstractCalibratedAxis that
                && type().equals(that.type())
                && Objects.equals(unit, that.unit)
                && particularEquation().equals(that.particularEquation());
    }

    @Override
    public int hashCode() {
        return Objects.hash(type(), unit, particularEquation());
    }
}
