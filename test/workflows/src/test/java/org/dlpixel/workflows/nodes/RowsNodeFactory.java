package org.dlpixel.workflows.nodes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** Repeats the rows of a table, drops them, or takes cells away. */
public final class RowsNodeFactory extends DefaultNodeFactory {

    /** Characters that cannot all stand in the name of a file. */
    private static final String SUFFIXES = "#:/*";

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Rows")
                    .icon(null)
                    .shortDescription("Repeats, drops or damages rows.")
                    .fullDescription("For tests.")
                    .sinceVersion(5, 8, 0)
                    .ports(p -> p.addInputTable("In", "any").addOutputTable("Out", "the same"))
                    .model(
                            m ->
                                    m.parametersClass(Parameters.class)
                                            .configure(RowsNodeFactory::configure)
                                            .execute(RowsNodeFactory::execute))
                    .nodeType(NodeType.Manipulator);

    public RowsNodeFactory() {
        super(NODE);
    }

    /** What happens to the rows. */
    @LoadDefaultsForAbsentFields
    public static final class Parameters implements NodeParameters {
        /** How often each row is put out, at most 4 times; 0 gives an empty table. */
        int m_times = 1;

        /** Columns that are emptied, separated by commas. */
        String m_empty = "";

        /** The number, from 0, of the row whose cells are emptied; negative for all. */
        int m_row = -1;

        /** Columns that are taken away, separated by commas. */
        String m_drop = "";

        /** The columns that stay. */
        int[] kept(DataTableSpec spec) {
            List<String> gone = Arrays.asList(m_drop.split(","));
            return IntStream.range(0, spec.getNumColumns())
                    .filter(c -> !gone.contains(spec.getColumnSpec(c).getName()))
                    .toArray();
        }

        DataTableSpec spec(DataTableSpec of) {
            return new DataTableSpec(
                    Arrays.stream(kept(of))
                            .mapToObj(of::getColumnSpec)
                            .toArray(DataColumnSpec[]::new));
        }
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) {
        Parameters parameters = in.getParameters();
        out.setOutSpecs(parameters.spec(in.getInTableSpec(0)));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) {
        Parameters parameters = in.getParameters();
        BufferedDataTable table = in.getInTable(0);
        DataTableSpec spec = table.getDataTableSpec();
        List<String> empty = Arrays.asList(parameters.m_empty.split(","));
        int[] kept = parameters.kept(spec);
        BufferedDataContainer container =
                in.getExecutionContext().createDataContainer(parameters.spec(spec));
        int number = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                for (int i = 0; i < parameters.m_times; i++) {
                    boolean damaged = parameters.m_row < 0 || parameters.m_row == number;
                    DataCell[] cells = new DataCell[kept.length];
                    for (int c = 0; c < cells.length; c++) {
                        String column = spec.getColumnSpec(kept[c]).getName();
                        boolean gone = damaged && empty.contains(column);
                        cells[c] = gone ? DataType.getMissingCell() : row.getCell(kept[c]);
                    }
                    container.addRowToTable(
                            new DefaultRow(row.getKey().getString() + SUFFIXES.charAt(i), cells));
                    number++;
                }
            }
        }
        container.close();
        out.setOutData(container.getTable());
    }
}
