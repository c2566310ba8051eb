package org.dlpixel.workflows.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Keeps what is in a table for a test to look at. */
public final class LookNodeFactory extends DefaultNodeFactory {

    private static final Map<String, List<SeenRow>> SEEN = new ConcurrentHashMap<>();

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Look")
                    .icon(null)
                    .shortDescription("Keeps what is in a table.")
                    .fullDescription("For tests.")
                    .sinceVersion(5, 8, 0)
                    .ports(p -> p.addInputTable("In", "any").addOutputTable("Out", "the same"))
                    .model(
                            m ->
                                    m.parametersClass(Parameters.class)
                                            .configure(
                                                    (in, out) ->
                                                            out.setOutSpecs(in.getInTableSpec(0)))
                                            .execute(LookNodeFactory::execute))
                    .nodeType(NodeType.Manipulator);

    public LookNodeFactory() {
        super(NODE);
    }

    /** Where the table is kept. */
    public static final class Parameters implements NodeParameters {
        /** Name of the table. */
        String m_name = "";
    }

    /** The rows of the last table of that name; it is forgotten. */
    public static List<SeenRow> take(String name) {
        return SEEN.remove(name);
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) {
        Parameters parameters = in.getParameters();
        BufferedDataTable table = in.getInTable(0);
        DataTableSpec spec = table.getDataTableSpec();
        List<SeenRow> seen = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                seen.add(SeenRow.of(spec, row));
            }
        }
        SEEN.put(parameters.m_name, seen);
        out.setOutData(table);
    }
}
