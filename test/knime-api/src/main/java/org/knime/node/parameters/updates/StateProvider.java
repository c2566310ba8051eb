package org.knime.node.parameters.updates;

import java.util.function.Supplier;
import org.knime.node.parameters.NodeParametersInput;

/** Computes something that the dialog shows from what is known. */
public interface StateProvider<S> {
    /** Says when the state is computed and from which fields. */
    void init(StateProviderInitializer initializer);

    S computeState(NodeParametersInput parametersInput);

    /** Declares the fields and events that a state depends on. */
    interface StateProviderInitializer {
        /** The value of a field; its changes trigger the computation. */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

        /** The value of a field; its changes trigger nothing. */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref);

        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> ref);

        <T> Supplier<T> computeFromProvidedState(
                Class<? extends StateProvider<T>> stateProviderClass);

        void computeOnButtonClick(Class<? extends ButtonReference> ref);

        void computeBeforeOpenDialog();

        void computeAfterOpenDialog();

        NodeParametersInput getNodeParametersInput();
    }
}
