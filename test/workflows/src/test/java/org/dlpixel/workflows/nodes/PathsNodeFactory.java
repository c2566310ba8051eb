package org.dlpixel.workflows.nodes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** A table of paths. */
public final class PathsNodeFactory extends DefaultNodeFactory {

    private static final List<String> COLUMNS = List.of("Image", "Label", "Truth");

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Paths")
                    .icon(null)
                    .shortDescription("Puts out paths.")
                    .fullDescription("For tests.")
                    .sinceVersion(5, 8, 0)
                    .ports(p -> p.addOutputTable("Out", "Image, Label, Truth"))
                    .model(
                            m ->
                                    m.parametersClass(Parameters.class)
                                            .configure((in, out) -> out.setOutSpecs(spec()))
                                            .execute(PathsNodeFactory::execute))
                    .nodeType(NodeType.Source);

    public PathsNodeFactory() {
        super(NODE);
    }

    /** What the table holds. */
    public static final class Parameters implements NodeParameters {
        /** One line per row: paths to image, labels and truth, separated by bars. */
        String m_rows = "";
    }

    private static DataTableSpec spec() {
        return new DataTableSpec(
                COLUMNS.stream()
                        .map(n -> new DataColumnSpecCreator(n, StringCell.TYPE).createSpec())
                        .toArray(DataColumnSpec[]::new));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) {
        Parameters parameters = in.getParameters();
        BufferedDataContainer container = in.getExecutionContext().createDataContainer(spec());
        List<String> rows = parameters.m_rows.lines().toList();
        IntStream.range(0, rows.size())
                .forEach(
                        i ->
                                container.addRowToTable(
                                        new DefaultRow(
                                                "Volume" + i,
                                                Arrays.stream(rows.get(i).split("\\|", -1))
                                                        .map(StringCell::new)
                                                        .toArray(DataCell[]::new))));
        container.close();
        out.setOutData(container.getTable());
    }
}
