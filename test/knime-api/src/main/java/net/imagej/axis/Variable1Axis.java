package net.imagej.axis;

/** An axis whose equation has the parameter a. */
public abstract class Variable1Axis extends VariableAxis {
    /** An axis with a unit and a. */
    public Variable1Axis(AxisType type, String unit, double a) {
        super(type, unit);
        set("a", a);
    }

    /** The parameter. */
    public double a() {
        return get("a");
    }

    /** Changes the parameter. */
    public void setA(double a) {
        set("a", a);
    }
}
