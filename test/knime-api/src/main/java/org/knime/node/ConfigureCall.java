package org.knime.node;

import java.util.Arrays;
import java.util.Optional;
import org.dlpixel.executor.bridge.ConfigureRequest;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Input and output of one call of configure. */
final class ConfigureCall implements DefaultModel.ConfigureInput, DefaultModel.ConfigureOutput {
    private final ConfigureRequest request;
    private final PortObjectSpec[] specs;
    private Optional<String> warning = Optional.empty();

    ConfigureCall(ConfigureRequest request) {
        this.request = request;
        this.specs = new PortObjectSpec[getOutPortTypes().length];
    }

    PortObjectSpec[] specs() {
        return specs.clone();
    }

    Optional<String> warning() {
        return warning;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S extends NodeParameters> S getParameters() {
        return (S) request.parameters().orElse(null);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S extends PortObjectSpec> S getInPortSpec(int portIndex) {
        return (S) request.specs().get(portIndex);
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return request.specs().toArray(PortObjectSpec[]::new);
    }

    @Override
    public DataTableSpec getInTableSpec(int portIndex) {
        return (DataTableSpec) request.specs().get(portIndex);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.copyOf(getInPortSpecs(), request.specs().size(), DataTableSpec[].class);
    }

    @Override
    public PortType[] getOutPortTypes() {
        return request.ports().getOutputPorts();
    }

    @Override
    public PortsConfiguration getPortsConfiguration() {
        return request.ports();
    }

    @Override
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <S extends PortObjectSpec> void setOutSpecs(S... values) {
        OutputCheck.number("specs", values.length, specs.length);
        System.arraycopy(values, 0, specs, 0, specs.length);
    }

    @Override
    public <S extends PortObjectSpec> void setOutSpec(int portIndex, S spec) {
        specs[portIndex] = spec;
    }

    @Override
    public void setWarningMessage(String message) {
        warning = Optional.ofNullable(message);
    }
}
