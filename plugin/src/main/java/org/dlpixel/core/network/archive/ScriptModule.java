package org.dlpixel.core.network.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dlpixel.core.network.archive.TensorSpec.Role;

/**
 * A module of a tree: its children and tensors by attribute name, in order, and the source of its
 * methods.
 *
 * <p>{@code expression()} is how TorchScript code of the root's methods reaches the module, e.g.
 * {@code getattr(self.model, "0").conv}.
 */
public final class ScriptModule implements Attribute {

    private final String path;
    private final String expression;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final List<ScriptMethod> methods = new ArrayList<>();

    private ScriptModule(String path, String expression) {
        this.path = path;
        this.expression = expression;
    }

    /** An empty tree. */
    public static ScriptModule root() {
        return new ScriptModule("", "self");
    }

    /** Adds an empty child module. */
    public ScriptModule child(String name) {
        ScriptModule child = new ScriptModule(key(name), access(name));
        put(name, child);
        return child;
    }

    /**
     * Adds a tensor.
     *
     * @return the expression that reaches it
     */
    public String tensor(String name, Role role, Integer... shape) {
        put(name, new TensorSpec(key(name), List.of(shape), role));
        return access(name);
    }

    /** Adds a method; only the root's may be called from outside. */
    public void method(ScriptMethod method) {
        methods.add(method);
    }

    public String expression() {
        return expression;
    }

    /**
     * All tensors of the tree, depth first in the order of the attributes: a state_dict's order.
     */
    public List<TensorSpec> tensors() {
        List<TensorSpec> all = new ArrayList<>();
        visitTensors(all::add);
        return all;
    }

    /** Expressions of {@link #tensors()}, in the same order. */
    public List<String> tensorExpressions() {
        List<String> all = new ArrayList<>();
        collectExpressions(all);
        return all;
    }

    Map<String, Attribute> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    List<ScriptMethod> methods() {
        return Collections.unmodifiableList(methods);
    }

    /** Whether TorchScript can name the attribute directly; "0" it cannot. */
    static boolean isIdentifier(String name) {
        return name.matches("[A-Za-z_][A-Za-z_0-9]*");
    }

    private void visitTensors(Consumer<TensorSpec> visitor) {
        for (Attribute attribute : attributes.values()) {
            if (attribute instanceof ScriptModule child) {
                child.visitTensors(visitor);
            } else {
                visitor.accept((TensorSpec) attribute);
            }
        }
    }

    private void collectExpressions(List<String> all) {
        attributes.forEach(
                (name, attribute) -> {
                    if (attribute instanceof ScriptModule child) {
                        child.collectExpressions(all);
                    } else {
                        all.add(access(name));
                    }
                });
    }

    private void put(String name, Attribute attribute) {
        if (attributes.putIfAbsent(name, attribute) != null) {
            throw new IllegalStateException("two attributes " + key(name));
        }
    }

    /** The key of an attribute: the path of names from the root. */
    public String key(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private String access(String name) {
        return isIdentifier(name)
                ? expression + "." + name
                : "getattr(" + expression + ", \"" + name + "\")";
    }
}
