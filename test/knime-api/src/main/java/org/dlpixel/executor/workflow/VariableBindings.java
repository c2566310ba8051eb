package org.dlpixel.executor.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;

/** Replaces settings by variables and turns settings into variables. */
public final class VariableBindings {
    private VariableBindings() {}

    /**
     * Replaces the bound settings.
     *
     * @param model the settings to change
     * @throws InvalidSettingsException if a variable is not defined, or of a type that its setting
     *     does not take
     */
    public static void apply(List<Binding> bindings, VariableStack variables, NodeSettings model)
            throws InvalidSettingsException {
        for (Binding binding : bindings) {
            if (binding.used().isPresent()) {
                FlowVariable variable = find(binding, variables);
                SettingsPath setting = SettingsPath.find(model, binding.path());
                setting.set(convert(variable, setting, binding));
            }
        }
    }

    private static FlowVariable find(Binding binding, VariableStack variables)
            throws InvalidSettingsException {
        String name = binding.used().orElseThrow();
        Optional<FlowVariable> variable = variables.find(name);
        if (variable.isEmpty()) {
            throw new InvalidSettingsException(
                    "no variable '" + name + "' for setting '" + path(binding) + "'");
        }
        return variable.get();
    }

    private static Object convert(FlowVariable variable, SettingsPath setting, Binding binding)
            throws InvalidSettingsException {
        return convert(variable, setting.type())
                .orElseThrow(
                        () ->
                                new InvalidSettingsException(
                                        "illegal type of variable '"
                                                + variable.name()
                                                + "': "
                                                + variable.type()
                                                + ", setting '"
                                                + path(binding)
                                                + "' is "
                                                + setting.type()));
    }

    /** The conversions that KNIME makes; every other one is empty. */
    private static Optional<Object> convert(FlowVariable variable, ConfigEntries to) {
        Object value = variable.value();
        return Optional.ofNullable(
                switch (variable.type()) {
                    case STRING -> to == ConfigEntries.xstring ? value : null;
                    case INTEGER -> fromInt((Integer) value, to);
                    case DOUBLE -> fromDouble((Double) value, to);
                    case BOOLEAN -> fromBoolean((Boolean) value, to);
                    case LONG -> to == ConfigEntries.xlong ? value : null;
                    case OTHER -> null;
                });
    }

    private static Object fromInt(Integer value, ConfigEntries to) {
        return switch (to) {
            case xint -> value;
            case xlong -> value.longValue();
            case xdouble -> value.doubleValue();
            case xfloat -> value.floatValue();
            case xstring -> value.toString();
            default -> null;
        };
    }

    private static Object fromDouble(Double value, ConfigEntries to) {
        return switch (to) {
            case xdouble -> value;
            case xfloat -> value.floatValue();
            case xstring -> value.toString();
            default -> null;
        };
    }

    private static Object fromBoolean(Boolean value, ConfigEntries to) {
        return switch (to) {
            case xboolean -> value;
            case xstring -> value.toString();
            default -> null;
        };
    }

    /** The variables that a node gives to later nodes, with the values its settings have. */
    public static List<FlowVariable> exposed(List<Binding> bindings, NodeSettings model)
            throws InvalidSettingsException {
        List<FlowVariable> exposed = new ArrayList<>();
        for (Binding binding : bindings) {
            if (binding.exposed().isPresent()) {
                SettingsPath setting = SettingsPath.find(model, binding.path());
                exposed.add(expose(binding.exposed().get(), setting));
            }
        }
        return exposed;
    }

    private static FlowVariable expose(String name, SettingsPath setting)
            throws InvalidSettingsException {
        NodeSettings group = setting.group();
        String key = setting.key();
        return switch (setting.type()) {
            case xint -> new FlowVariable(name, FlowVariable.Type.INTEGER, group.getInt(key));
            case xlong -> new FlowVariable(name, FlowVariable.Type.LONG, group.getLong(key));
            case xdouble -> new FlowVariable(name, FlowVariable.Type.DOUBLE, group.getDouble(key));
            case xfloat ->
                    new FlowVariable(name, FlowVariable.Type.DOUBLE, (double) group.getFloat(key));
            case xboolean ->
                    new FlowVariable(name, FlowVariable.Type.BOOLEAN, group.getBoolean(key));
            case xstring -> {
                String text = group.getString(key);
                yield new FlowVariable(name, FlowVariable.Type.STRING, text == null ? "" : text);
            }
            default ->
                    throw new InvalidSettingsException(
                            "illegal type of setting '" + key + "': " + setting.type());
        };
    }

    private static String path(Binding binding) {
        return String.join("/", binding.path());
    }
}
