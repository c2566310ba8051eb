package sample;

import org.dlpixel.executor.nodes.Trace;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Counts its inputs, which a user can add. */
public final class DynFactory extends DefaultNodeFactory {
    private static final DataTableSpec SPEC =
            new DataTableSpec(new DataColumnSpecCreator("n", IntCell.TYPE).createSpec());
    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Sample Dynamic")
                    .icon(null)
                    .shortDescription("short")
                    .fullDescription("full")
                    .sinceVersion(5, 8, 0)
                    .dynamicPorts(
                            p ->
                                    p.addInputPortGroup(
                                                    "Fixed table",
                                                    g ->
                                                            g.name("Fixed")
                                                                    .description("d")
                                                                    .fixed(BufferedDataTable.TYPE))
                                            .addInputPortGroup(
                                                    "Optional model",
                                                    g ->
                                                            g.name("Model")
                                                                    .description("d")
                                                                    .optional()
                                                                    .supportedTypes(ModelPort.TYPE))
                                            .addInputPortGroup(
                                                    "More tables",
                                                    g ->
                                                            g.name("More")
                                                                    .description("d")
                                                                    .extendable()
                                                                    .supportedTypes(
                                                                            BufferedDataTable.TYPE))
                                            .addOutputPortGroup(
                                                    "Out",
                                                    g ->
                                                            g.name("Out")
                                                                    .description("d")
                                                                    .fixed(BufferedDataTable.TYPE)))
                    .model(
                            m ->
                                    m.withoutParameters()
                                            .configure((i, o) -> o.setOutSpecs(SPEC))
                                            .execute(
                                                    (i, o) -> {
                                                        int inputs = i.getInPortObjects().length;
                                                        Trace.add("dynamic inputs=" + inputs);
                                                        var rows =
                                                                i.getExecutionContext()
                                                                        .createDataContainer(SPEC);
                                                        rows.addRowToTable(
                                                                new DefaultRow(
                                                                        "r", new IntCell(inputs)));
                                                        rows.close();
                                                        o.setOutData(rows.getTable());
                                                    }))
                    .nodeType(NodeFactory.NodeType.Manipulator);

    public DynFactory() {
        super(NODE);
    }
}
