package org.knime.node;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.parameters.NodeParameters;

/** Small nodes of every kind. */
final class SampleNodes {
    static final DataTableSpec SPEC =
            new DataTableSpec(new DataColumnSpecCreator("n", IntCell.TYPE).createSpec());

    private SampleNodes() {}

    static BufferedDataTable table(ExecutionContext context, int... numbers) {
        BufferedDataContainer container = context.createDataContainer(SPEC);
        for (int i = 0; i < numbers.length; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new IntCell(numbers[i])));
        }
        container.close();
        return container.getTable();
    }

    static int[] values(PortObject table) {
        return StreamSupport.stream(((BufferedDataTable) table).spliterator(), false)
                .mapToInt(row -> ((IntCell) row.getCell(0)).getIntValue())
                .toArray();
    }

    private static DefaultNode.RequireModel define(
            String name, Consumer<RequirePorts.PortsAdder> ports) {
        return DefaultNode.create()
                .name(name)
                .icon("./adder.png")
                .shortDescription("short")
                .fullDescription("<p>full</p>")
                .sinceVersion(5, 8, 0)
                .ports(ports);
    }

    static final class Parameters implements NodeParameters {
        private final int summand;

        Parameters(int summand) {
            this.summand = summand;
        }
    }

    static final class Adder extends DefaultNodeFactory {
        Adder() {
            super(
                    define(
                                    "Adder",
                                    p ->
                                            p.addInputTable("Numbers", "in")
                                                    .addOutputTable("Sums", "out"))
                            .model(
                                    m ->
                                            m.parametersClass(Parameters.class)
                                                    .configure(Adder::configure)
                                                    .execute(Adder::execute))
                            .nodeType(NodeFactory.NodeType.Manipulator)
                            .keywords("add", "plus")
                            .addExternalResource("https://example.org", "paper"));
        }

        private static void configure(
                DefaultModel.ConfigureInput in, DefaultModel.ConfigureOutput out) {
            Parameters parameters = in.getParameters();
            out.setWarningMessage("first");
            out.setWarningMessage("adds " + parameters.summand);
            out.setOutSpecs(in.getInTableSpec(0));
        }

        private static void execute(DefaultModel.ExecuteInput in, DefaultModel.ExecuteOutput out) {
            Parameters parameters = in.getParameters();
            BufferedDataTable input = in.getInTable(0);
            if (parameters.summand < 0) {
                out.setOutData(input, input);
            }
            int[] sums =
                    Arrays.stream(values(in.getInPortObjects()[0]))
                            .map(n -> n + parameters.summand)
                            .toArray();
            out.setWarningMessage("forgotten");
            out.setWarningMessage(null);
            out.setOutData(0, table(in.getExecutionContext(), sums));
        }
    }

    static final class Silent extends DefaultNodeFactory {
        Silent() {
            super(
                    define("Silent", p -> p.addOutputTable("Nothing", "out"))
                            .model(
                                    m ->
                                            m.withoutParameters()
                                                    .configure((in, out) -> {})
                                                    .execute((in, out) -> {})));
        }
    }

    static final class Doubler extends DefaultNodeFactory {
        Doubler() {
            super(
                    define("Doubler", p -> p.addInputTable("In", "in").addOutputTable("Out", "out"))
                            .model(
                                    m ->
                                            m.withoutParameters()
                                                    .rearrangeColumns(
                                                            (in, out) ->
                                                                    out.setColumnRearranger(
                                                                            rearranger(
                                                                                    in
                                                                                            .getDataTableSpec())))));
        }

        private static ColumnRearranger rearranger(DataTableSpec spec) {
            ColumnRearranger rearranger = new ColumnRearranger(spec);
            rearranger.replace(new Twice("twice"), "n");
            rearranger.append(new Twice("other"));
            rearranger.append(new Twice("more"));
            rearranger.remove("other");
            return rearranger;
        }
    }

    static final class Twice extends SingleCellFactory {
        Twice(String column) {
            super(new DataColumnSpecCreator(column, IntCell.TYPE).createSpec());
        }

        @Override
        public DataCell getCell(DataRow row) {
            return new IntCell(2 * ((IntCell) row.getCell(0)).getIntValue());
        }
    }

    static final class Dynamic extends DefaultNodeFactory {
        Dynamic() {
            super(
                    DefaultNode.create()
                            .name("Dynamic")
                            .icon(null)
                            .shortDescription("short")
                            .fullDescription("full")
                            .sinceVersion(5, 8, 0)
                            .dynamicPorts(Dynamic::ports)
                            .model(
                                    m ->
                                            m.withoutParameters()
                                                    .configure((in, out) -> {})
                                                    .execute((in, out) -> {})));
        }

        private static void ports(RequirePorts.DynamicPortsAdder ports) {
            ports.addInputPortGroup(
                            "Fixed",
                            g -> g.name("Fixed").description("d").fixed(BufferedDataTable.TYPE))
                    .addInputPortGroup(
                            "Picture",
                            g ->
                                    g.name("Picture")
                                            .description("d")
                                            .optional()
                                            .supportedTypes(ImagePortObject.TYPE))
                    .addInputPortGroup(
                            "More",
                            g ->
                                    g.name("More")
                                            .description("d")
                                            .extendable()
                                            .supportedTypes(BufferedDataTable.TYPE))
                    .addOutputPortGroup(
                            "Out",
                            g -> g.name("Out").description("d").fixed(BufferedDataTable.TYPE));
        }
    }
}
