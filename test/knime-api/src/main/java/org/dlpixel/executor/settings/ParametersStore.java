package org.dlpixel.executor.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Parameter objects and their settings. */
public final class ParametersStore {
    private ParametersStore() {}

    /**
     * Restores a parameter object: constructor without arguments, stored fields, then {@code
     * validate}.
     *
     * @throws InvalidSettingsException if a field is absent or of another type, or validate refuses
     */
    public static <P extends NodeParameters> P load(Class<P> type, NodeSettings settings)
            throws InvalidSettingsException {
        P parameters = Fields.load(type, settings);
        parameters.validate();
        return parameters;
    }

    /** Stores a parameter object under the key {@code model}. */
    public static NodeSettings save(NodeParameters parameters) {
        var settings = new NodeSettings("model");
        Fields.save(parameters, settings);
        return settings;
    }

    /** The defaults of a new node: guessed from its inputs if its class knows how to. */
    public static <P extends NodeParameters> P defaults(Class<P> type, NodeParametersInput input) {
        try {
            Constructor<P> guess = type.getDeclaredConstructor(NodeParametersInput.class);
            guess.setAccessible(true);
            return guess.newInstance(input);
        } catch (NoSuchMethodException e) {
            return Fields.instance(type);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("constructor of " + type.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + type.getName(), e);
        }
    }
}
