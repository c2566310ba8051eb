package org.dlpixel.core.network.archive;

import java.util.ArrayList;
import java.util.List;

/**
 * TorchScript source of one method, built statement by statement; all arguments and the result are
 * tensors.
 */
public final class ScriptMethod {

    private final String name;
    private final List<String> arguments;
    private final List<String> statements = new ArrayList<>();
    private String indent = "";
    private int variables;

    public ScriptMethod(String name, String... arguments) {
        this.name = name;
        this.arguments = List.of(arguments);
    }

    /**
     * Assigns an expression to a new variable.
     *
     * @return the variable's name
     */
    public String let(String expression) {
        String variable = "v" + variables++;
        set(variable, expression);
        return variable;
    }

    /** Assigns the result of {@code torch.function(arguments)} to a new variable. */
    public String torch(String function, Object... arguments) {
        return let(call(function, arguments));
    }

    /** Assigns an expression to what exists already, e.g. an attribute. */
    public void set(String target, String expression) {
        add(target + " = " + expression);
    }

    public void returns(String expression) {
        add("return " + expression);
    }

    /**
     * Begins a loop, to be ended by {@link #end}.
     *
     * @return the variable that counts from 0
     */
    public String loop(String count) {
        String variable = "v" + variables++;
        add("for " + variable + " in range(" + count + "):");
        indent += "  ";
        return variable;
    }

    /** Ends the innermost loop. */
    public void end() {
        indent = indent.substring(2);
    }

    private void add(String statement) {
        statements.add(indent + statement);
    }

    /** {@code [a, b, ...]} */
    public static String list(List<?> elements) {
        StringBuilder text = new StringBuilder("[");
        for (Object element : elements) {
            text.append(text.length() == 1 ? "" : ", ").append(element);
        }
        return text.append(']').toString();
    }

    /** The call of another method of the root. */
    public static String self(String method, String... arguments) {
        return "(self)." + method + "(" + String.join(", ", arguments) + ", )";
    }

    private static String call(String function, Object... arguments) {
        StringBuilder text = new StringBuilder("torch.").append(function).append('(');
        String separator = "";
        for (Object argument : arguments) {
            text.append(separator).append(literal(argument));
            separator = ", ";
        }
        return text.append(')').toString();
    }

    private static String literal(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        return String.valueOf(value);
    }

    String source(String className) {
        StringBuilder text = new StringBuilder("  def ").append(name);
        text.append("(self: __torch__.").append(className);
        for (String argument : arguments) {
            text.append(",\n    ").append(argument).append(": Tensor");
        }
        text.append(") -> Tensor:\n");
        for (String statement : statements) {
            text.append("    ").append(statement).append('\n');
        }
        return text.toString();
    }
}
