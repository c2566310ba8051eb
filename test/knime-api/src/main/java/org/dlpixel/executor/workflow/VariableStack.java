package org.dlpixel.executor.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables that a node sees. */
public final class VariableStack {
    private final Map<String, FlowVariable> byName;

    private VariableStack(Map<String, FlowVariable> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    public static VariableStack of(List<FlowVariable> variables) {
        Map<String, FlowVariable> byName = new LinkedHashMap<>();
        variables.forEach(variable -> byName.put(variable.name(), variable));
        return new VariableStack(byName);
    }

    public Optional<FlowVariable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<FlowVariable> variables() {
        return List.copyOf(byName.values());
    }

    /** These variables, replaced and completed by others. */
    public VariableStack with(List<FlowVariable> others) {
        Map<String, FlowVariable> merged = new LinkedHashMap<>(byName);
        others.forEach(variable -> merged.put(variable.name(), variable));
        return new VariableStack(merged);
    }
}
