package org.dlpixel.executor.run;

import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** What is known when defaults are guessed: the specs, but no data. */
record GuessInput(PortsConfiguration ports, List<PortObjectSpec> specs)
        implements NodeParametersInput {
    GuessInput {
        specs = List.copyOf(specs);
    }

    @Override
    public PortType[] getInPortTypes() {
        return ports.getInputPorts();
    }

    @Override
    public PortType[] getOutPortTypes() {
        return ports.getOutputPorts();
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return specs.toArray(PortObjectSpec[]::new);
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(int portIndex) {
        return Optional.of(specs.get(portIndex));
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return specs.stream().map(GuessInput::table).toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(int portIndex) {
        return Optional.ofNullable(table(specs.get(portIndex)));
    }

    private static DataTableSpec table(PortObjectSpec spec) {
        return spec instanceof DataTableSpec table ? table : null;
    }

    @Override
    public PortObject[] getInPortObjects() {
        return new PortObject[specs.size()];
    }

    @Override
    public Optional<PortObject> getInPortObject(int portIndex) {
        return Optional.empty();
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return new BufferedDataTable[specs.size()];
    }

    @Override
    public Optional<BufferedDataTable> getInTable(int portIndex) {
        return Optional.empty();
    }

    @Override
    public PortsConfiguration getPortsConfiguration() {
        return ports;
    }
}
