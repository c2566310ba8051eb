package net.imagej.axis;

/** An axis whose equation has the parameters a and b. */
public abstract class Variable2Axis extends Variable1Axis {
    /** An axis with a unit, a and b. */
    public Variable2Axis(AxisType type, String unit, double a, double b) {
        super(type, unit, a);
        set("b", b);
    }

    /** The second parameter. */
    public double b() {
        return get("b");
    }

    /** Changes the second parameter. */
    public void setB(double b) {
        set("b", b);
    }
}
