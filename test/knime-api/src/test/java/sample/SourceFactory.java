package sample;

import org.dlpixel.executor.nodes.Trace;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Makes a table of as many rows as its parameters say. */
public final class SourceFactory extends DefaultNodeFactory {
    static final DataTableSpec SPEC =
            new DataTableSpec(
                    new DataColumnSpecCreator("Str", StringCell.TYPE).createSpec(),
                    new DataColumnSpecCreator("Int", IntCell.TYPE).createSpec(),
                    new DataColumnSpecCreator("Img", StringCell.TYPE).createSpec());
    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Sample Source")
                    .icon(null)
                    .shortDescription("short")
                    .fullDescription("full")
                    .sinceVersion(5, 8, 0)
                    .ports(p -> p.addOutputTable("Table", "the table"))
                    .model(
                            m ->
                                    m.parametersClass(AllParams.class)
                                            .configure(SourceFactory::configure)
                                            .execute(SourceFactory::execute))
                    .nodeType(NodeFactory.NodeType.Source);

    public SourceFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) {
        AllParams parameters = input.getParameters();
        Trace.add(
                "source rows=%d string=%s double=%s group.x=%d ctor=%s"
                        .formatted(
                                parameters.rows(),
                                parameters.string(),
                                parameters.number(),
                                parameters.groupX(),
                                parameters.constructor()));
        output.setOutSpecs(SPEC);
    }

    private static void execute(ExecuteInput input, ExecuteOutput output)
            throws CanceledExecutionException {
        AllParams parameters = input.getParameters();
        var exec = input.getExecutionContext();
        BufferedDataContainer container = exec.createDataContainer(SPEC);
        for (int row = 0; row < parameters.rows(); row++) {
            exec.checkCanceled();
            exec.setProgress(row / (double) parameters.rows(), "row " + row);
            DataCell text =
                    row == 1
                            ? DataType.getMissingCell()
                            : new StringCell(parameters.string() + row);
            container.addRowToTable(
                    new DefaultRow(
                            "Row" + row, text, new IntCell(row), new StringCell("image " + row)));
        }
        container.close();
        output.setOutData(container.getTable());
    }
}
