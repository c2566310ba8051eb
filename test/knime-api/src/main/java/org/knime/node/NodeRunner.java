package org.knime.node;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.executor.bridge.ConfigureRequest;
import org.dlpixel.executor.bridge.ConfigureResult;
import org.dlpixel.executor.bridge.ExecuteRequest;
import org.dlpixel.executor.bridge.ExecuteResult;
import org.dlpixel.executor.bridge.NodeAccess;
import org.dlpixel.executor.bridge.NodeInfo;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Calls the functions of a node's model. */
final class NodeRunner implements NodeAccess {
    @Override
    public NodeInfo describe(DefaultNodeFactory factory) {
        return factory.node().describe();
    }

    @Override
    public PortsConfiguration ports(DefaultNodeFactory factory, Map<String, List<PortType>> added)
            throws InvalidSettingsException {
        return factory.node().ports().configure(added);
    }

    @Override
    public ConfigureResult configure(DefaultNodeFactory factory, ConfigureRequest request)
            throws InvalidSettingsException {
        if (factory.node().model() instanceof DefaultModel.Rearranging model) {
            DataTableSpec spec = (DataTableSpec) request.specs().get(0);
            ColumnRearranger rearranger = rearranger(model, request.parameters(), spec);
            return new ConfigureResult(List.of(rearranger.createSpec()), Optional.empty());
        }
        DefaultModel.Executing model = (DefaultModel.Executing) factory.node().model();
        ConfigureCall call = new ConfigureCall(request);
        model.configure(call, call);
        return new ConfigureResult(Arrays.asList(call.specs()), call.warning());
    }

    @Override
    public ExecuteResult execute(DefaultNodeFactory factory, ExecuteRequest request)
            throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        if (factory.node().model() instanceof DefaultModel.Rearranging model) {
            BufferedDataTable table = (BufferedDataTable) request.objects().get(0);
            ColumnRearranger rearranger =
                    rearranger(model, request.parameters(), table.getDataTableSpec());
            BufferedDataTable result =
                    request.context()
                            .createColumnRearrangeTable(table, rearranger, request.context());
            return new ExecuteResult(List.of(result), Optional.empty());
        }
        DefaultModel.Executing model = (DefaultModel.Executing) factory.node().model();
        ExecuteCall call = new ExecuteCall(request);
        model.execute(call, call);
        return new ExecuteResult(Arrays.asList(call.data()), call.warning());
    }

    private static ColumnRearranger rearranger(
            DefaultModel.Rearranging model, Optional<NodeParameters> parameters, DataTableSpec spec)
            throws InvalidSettingsException {
        RearrangeCall call = new RearrangeCall(parameters, spec);
        model.rearrange(call, call);
        return call.rearranger();
    }
}
