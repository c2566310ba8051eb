package sample;

import java.io.IOException;
import org.dlpixel.executor.nodes.Trace;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Appends a column that shows what the model holds. */
public final class PredictorFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Sample Predictor")
                    .icon(null)
                    .shortDescription("short")
                    .fullDescription("full")
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addInputPort("Model", "model", ModelPort.TYPE)
                                            .addInputTable("Table", "in")
                                            .addOutputTable("Predictions", "out"))
                    .model(
                            m ->
                                    m.parametersClass(Parameters.class)
                                            .configure(PredictorFactory::configure)
                                            .execute(PredictorFactory::execute))
                    .nodeType(NodeFactory.NodeType.Predictor);

    public PredictorFactory() {
        super(NODE);
    }

    /** The new column. */
    public static final class Parameters implements NodeParameters {
        String m_name = "Prediction";
    }

    private static DataTableSpec spec(DataTableSpec spec, String name) {
        return new DataTableSpecCreator(spec)
                .addColumns(new DataColumnSpecCreator(name, StringCell.TYPE).createSpec())
                .createSpec();
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) {
        Parameters parameters = input.getParameters();
        ModelSpec model = input.getInPortSpec(0);
        Trace.add("predictor column=" + model.column());
        output.setOutSpecs(spec(input.getInTableSpec(1), parameters.m_name));
    }

    private static void execute(ExecuteInput input, ExecuteOutput output) throws KNIMEException {
        Parameters parameters = input.getParameters();
        ModelPort model = input.getInPortObject(0);
        BufferedDataTable table = input.getInTable(1);
        BufferedDataContainer container =
                input.getExecutionContext()
                        .createDataContainer(spec(table.getDataTableSpec(), parameters.m_name));
        try (CloseableRowIterator rows = table.iterator()) {
            var prediction = new StringCell(model.note() + ":" + model.weights().length);
            while (rows.hasNext()) {
                DataRow row = rows.next();
                DataCell[] cells = new DataCell[row.getNumCells() + 1];
                for (int i = 0; i < row.getNumCells(); i++) {
                    cells[i] = row.getCell(i);
                }
                cells[row.getNumCells()] = prediction;
                container.addRowToTable(new DefaultRow(row.getKey(), cells));
            }
        } catch (IOException e) {
            throw new KNIMEException("cannot read the weights", e);
        }
        container.close();
        output.setOutData(container.getTable());
        Trace.add("predictor rows=" + table.size() + " model=" + model.getSummary());
    }
}
