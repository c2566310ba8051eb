package org.knime.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.executor.bridge.ConfigureRequest;
import org.dlpixel.executor.bridge.ConfigureResult;
import org.dlpixel.executor.bridge.ExecuteRequest;
import org.dlpixel.executor.bridge.ExecuteResult;
import org.dlpixel.executor.bridge.NodeAccess;
import org.dlpixel.executor.bridge.NodeInfo;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.ProgressSink;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.parameters.NodeParameters;

class DefaultNodeTest {
    private static final NodeAccess NODES = SharedSecrets.nodes();

    @TempDir private Path folder;

    @Test
    void theDefinitionIsDescribedInFull() {
        NodeInfo info = NODES.describe(new SampleNodes.Adder());

        assertThat(info.name()).isEqualTo("Adder");
        assertThat(info.icon()).contains("./adder.png");
        assertThat(info.shortDescription()).isEqualTo("short");
        assertThat(info.fullDescription()).isEqualTo("<p>full</p>");
        assertThat(info.sinceVersion()).isEqualTo("5.8.0");
        assertThat(info.type()).isEqualTo(NodeFactory.NodeType.Manipulator);
        assertThat(new SampleNodes.Adder().getType()).isEqualTo(NodeFactory.NodeType.Manipulator);
        assertThat(info.keywords()).containsExactly("add", "plus");
        assertThat(info.externalResources())
                .containsExactly(new NodeInfo.ExternalResource("https://example.org", "paper"));
        assertThat(info.parameters()).contains(SampleNodes.Parameters.class);
        assertThat(info.rearrangesColumns()).isFalse();
        assertThat(info.portGroups())
                .containsExactly(
                        new NodeInfo.PortGroup(
                                "Numbers",
                                NodeInfo.Mode.FIXED,
                                Optional.of(new NodeInfo.PortText("Numbers", "in")),
                                Optional.empty(),
                                List.of(BufferedDataTable.TYPE)),
                        new NodeInfo.PortGroup(
                                "Sums",
                                NodeInfo.Mode.FIXED,
                                Optional.empty(),
                                Optional.of(new NodeInfo.PortText("Sums", "out")),
                                List.of(BufferedDataTable.TYPE)));
    }

    @Test
    void configureGetsParametersAndSpecs() throws Exception {
        ConfigureResult result =
                NODES.configure(
                        new SampleNodes.Adder(),
                        new ConfigureRequest(
                                ports(new SampleNodes.Adder()),
                                List.of(SampleNodes.SPEC),
                                Optional.of(new SampleNodes.Parameters(5))));

        assertThat(result.specs()).containsExactly(SampleNodes.SPEC);
        assertThat(result.warning()).contains("adds 5");
    }

    @Test
    void executeGetsTablesAndGivesTables() throws Exception {
        ExecuteResult result =
                execute(new SampleNodes.Adder(), new SampleNodes.Parameters(5), numbers(1, 2));

        assertThat(result.objects()).hasSize(1);
        assertThat(result.warning()).isEmpty();
        assertThat(SampleNodes.values(result.objects().get(0))).containsExactly(6, 7);
    }

    @Test
    void outputsThatWereNotSetAreNull() throws Exception {
        ExecuteResult result = execute(new SampleNodes.Silent(), null);

        assertThat(result.objects()).hasSize(1).containsOnlyNulls();
        assertThat(
                        NODES.configure(
                                        new SampleNodes.Silent(),
                                        new ConfigureRequest(
                                                ports(new SampleNodes.Silent()),
                                                List.of(),
                                                Optional.empty()))
                                .specs())
                .containsOnlyNulls();
    }

    @Test
    void tooManyOutputsAreAnError() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                execute(
                                        new SampleNodes.Adder(),
                                        new SampleNodes.Parameters(-1),
                                        numbers(1)))
                .withMessage("illegal number of output port objects: 2, must be 1");
    }

    @Test
    void aRearrangerAppendsAndReplaces() throws Exception {
        ConfigureResult configured =
                NODES.configure(
                        new SampleNodes.Doubler(),
                        new ConfigureRequest(
                                ports(new SampleNodes.Doubler()),
                                List.of(SampleNodes.SPEC),
                                Optional.empty()));
        ExecuteResult result = execute(new SampleNodes.Doubler(), null, numbers(1, 2));

        BufferedDataTable table = (BufferedDataTable) result.objects().get(0);
        assertThat(table.getSpec()).isEqualTo(configured.specs().get(0));
        assertThat(table.getSpec().getColumnNames()).containsExactly("twice", "more");
        assertThat(table.iterator().next()).containsExactly(new IntCell(2), new IntCell(2));
        assertThat(SampleNodes.values(table)).containsExactly(2, 4);
    }

    @Test
    void dynamicPortsHaveTheirDefaults() throws Exception {
        PortsConfiguration ports = NODES.ports(new SampleNodes.Dynamic(), Map.of());

        assertThat(ports.getInputPorts()).containsExactly(BufferedDataTable.TYPE);
        assertThat(ports.getInputPortLocation()).containsOnlyKeys("Fixed", "Picture", "More");
        assertThat(ports.getInputPortLocation().get("Picture")).isEmpty();
        assertThat(ports.getOutputPortLocation()).containsOnlyKeys("Out");
        assertThat(ports.getPortGroupNames()).containsExactly("Fixed", "Picture", "More", "Out");
    }

    @Test
    void addedPortsComeInTheirGroups() throws Exception {
        PortsConfiguration ports =
                NODES.ports(
                        new SampleNodes.Dynamic(),
                        Map.of(
                                "Picture",
                                List.of(ImagePortObject.TYPE),
                                "More",
                                List.of(BufferedDataTable.TYPE, BufferedDataTable.TYPE)));

        assertThat(ports.getInputPorts())
                .containsExactly(
                        BufferedDataTable.TYPE,
                        ImagePortObject.TYPE,
                        BufferedDataTable.TYPE,
                        BufferedDataTable.TYPE);
        assertThat(ports.getInputPortLocation().get("More")).containsExactly(2, 3);
    }

    @Test
    void portsThatCannotBeAddedAreNamed() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> NODES.ports(new SampleNodes.Dynamic(), Map.of("None", List.of())))
                .withMessageStartingWith("unknown port group: [None], must be one of [Fixed");
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(
                        () ->
                                NODES.ports(
                                        new SampleNodes.Dynamic(),
                                        Map.of("Fixed", List.of(BufferedDataTable.TYPE))))
                .withMessage("illegal number of ports in group 'Fixed': 1, must be at most 0");
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(
                        () ->
                                NODES.ports(
                                        new SampleNodes.Dynamic(),
                                        Map.of("More", List.of(ImagePortObject.TYPE))))
                .withMessage("illegal port type in group 'More': ImagePortObject is not supported");
    }

    @Test
    void portNamesMustDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                DefaultNode.create()
                                        .name("n")
                                        .icon(null)
                                        .shortDescription("s")
                                        .fullDescription("f")
                                        .sinceVersion(5, 8, 0)
                                        .ports(
                                                p ->
                                                        p.addInputTable("Same", "a")
                                                                .addOutputTable("Same", "b")))
                .withMessage("illegal port group: Same, must be unique within the node");
    }

    private ExecuteResult execute(
            DefaultNodeFactory factory, NodeParameters parameters, PortObject... inputs)
            throws Exception {
        return NODES.execute(
                factory,
                new ExecuteRequest(
                        ports(factory),
                        List.of(inputs),
                        Optional.ofNullable(parameters),
                        context("node")));
    }

    private static PortsConfiguration ports(DefaultNodeFactory factory)
            throws InvalidSettingsException {
        return NODES.ports(factory, Map.of());
    }

    private ExecutionContext context(String node) {
        return SharedSecrets.contexts().create(new NodeStorage(folder, node), ProgressSink.SILENT);
    }

    private BufferedDataTable numbers(int... numbers) {
        return SampleNodes.table(context("input"), numbers);
    }
}
