package org.knime.node;

import java.util.Arrays;
import java.util.Optional;
import org.dlpixel.executor.bridge.ExecuteRequest;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Input and output of one call of execute. */
final class ExecuteCall implements DefaultModel.ExecuteInput, DefaultModel.ExecuteOutput {
    private final ExecuteRequest request;
    private final PortObject[] data;
    private Optional<String> warning = Optional.empty();

    ExecuteCall(ExecuteRequest request) {
        this.request = request;
        this.data = new PortObject[getOutPortTypes().length];
    }

    PortObject[] data() {
        return data.clone();
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
    public <D extends PortObject> D getInPortObject(int portIndex) {
        return (D) request.objects().get(portIndex);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return request.objects().toArray(PortObject[]::new);
    }

    @Override
    public BufferedDataTable getInTable(int portIndex) {
        return (BufferedDataTable) request.objects().get(portIndex);
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.copyOf(
                getInPortObjects(), request.objects().size(), BufferedDataTable[].class);
    }

    @Override
    public ExecutionContext getExecutionContext() {
        return request.context();
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
    public final <D extends PortObject> void setOutData(D... values) {
        OutputCheck.number("port objects", values.length, data.length);
        System.arraycopy(values, 0, data, 0, data.length);
    }

    @Override
    public <D extends PortObject> void setOutData(int portIndex, D value) {
        data[portIndex] = value;
    }

    /** Views do not exist here, so their data is not kept. */
    @Override
    @SafeVarargs
    public final <D extends PortObject> void setInternalData(D... values) {}

    @Override
    public void setWarningMessage(String message) {
        warning = Optional.ofNullable(message);
    }
}
