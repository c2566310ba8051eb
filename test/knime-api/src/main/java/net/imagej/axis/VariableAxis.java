package net.imagej.axis;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An axis whose equation has named parameters. */
public abstract class VariableAxis extends AbstractCalibratedAxis {
    private final Map<String, Double> parameters = new TreeMap<>();

    /** An axis without unit. */
    public VariableAxis(AxisType type) {
        super(type);
    }

    /** An axis with a unit. */
    public VariableAxis(AxisType type, String unit) {
        super(type, unit);
    }

    /** Value of a parameter, or null. */
    public Double get(String parameter) {
        return parameters.get(parameter);
    }

    /** Changes a parameter. */
    public void set(String parameter, Double value) {
        parameters.put(parameter, value);
    }

    /** Names of the parameters. */
    public Set<String> vars() {
        return parameters.keySet();
    }

    /** Number of parameters. */
    public int numVars() {
        return parameters.size();
    }

    @Override
    public String particularEquation() {
        String equation = generalEquation();
        for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
            equation =
                    equation.replaceAll(
                            "\\b" + parameter.getKey() + "\\b", "(" + parameter.getValue() + ")");
        }
        return equation;
    }
}
