package org.dlpixel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dlpixel.executor.bridge.NodeInfo;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.dlpixel.executor.settings.ParametersStore;
import org.dlpixel.nodes.NodeFactories.Registered;
import org.dlpixel.nodes.convert.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.NodeSettings;
import org.knime.knip.base.data.img.ImgPlusCell;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Workflows that were saved once must load for ever. */
class SavedSettingsTest {

    private static final Path WORKFLOWS = Path.of("..", "test", "workflows");

    static Stream<Path> savedNodes() throws IOException {
        try (Stream<Path> all = Files.walk(WORKFLOWS, 3)) {
            return all.filter(file -> file.endsWith("settings.xml")).sorted().toList().stream();
        }
    }

    static Stream<Registered> nodes() throws Exception {
        return NodeFactories.all().stream();
    }

    @Test
    void everyNodeIsPartOfASavedWorkflowAndNoneIsGone() throws Exception {
        Set<String> saved = new TreeSet<>();
        for (Path file : savedNodes().toList()) {
            saved.add(read(file).getString("factory"));
        }
        assertThat(NodeFactories.all())
                .extracting(node -> node.factory().getClass().getName())
                .containsExactlyInAnyOrderElementsOf(saved);
    }

    /** No key is unknown, none is missing, and none changes its value. */
    @ParameterizedTest
    @MethodSource("savedNodes")
    void savedSettingsAreUnderstood(Path file) throws Exception {
        NodeSettings settings = read(file);
        DefaultNodeFactory factory =
                Class.forName(settings.getString("factory"))
                        .asSubclass(DefaultNodeFactory.class)
                        .getConstructor()
                        .newInstance();
        NodeInfo info = SharedSecrets.nodes().describe(factory);
        NodeSettings model = settings.getNodeSettings("model");

        NodeParameters loaded = ParametersStore.load(info.parameters().orElseThrow(), model);

        assertThat(xml(ParametersStore.save(loaded))).isEqualTo(xml(model));
        assertThat(settings.getString("node-name")).isEqualTo(info.name());
        assertThat(settings.getNodeSettings("node_creation_config").keySet())
                .containsExactlyElementsOf(
                        info.portGroups().stream().map(NodeInfo.PortGroup::id).toList());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void anAbsentSettingHasItsDefault(Registered node) throws Exception {
        Class<? extends NodeParameters> type = node.info().parameters().orElseThrow();

        NodeParameters absent = ParametersStore.load(type, new NodeSettings("model"));

        Constructor<? extends NodeParameters> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        NodeParameters fresh = constructor.newInstance();
        fresh.validate();
        assertThat(xml(ParametersStore.save(absent))).isEqualTo(xml(ParametersStore.save(fresh)));
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void aNewNodeChoosesTheStandardColumnsOfItsTable(Registered node) throws Exception {
        DataTableSpec spec =
                new DataTableSpec(
                        Stream.of(Columns.IMAGE, Columns.LABEL, Columns.SEGMENTATION, Columns.TRUTH)
                                .map(
                                        name ->
                                                new DataColumnSpecCreator(name, ImgPlusCell.TYPE)
                                                        .createSpec())
                                .toArray(DataColumnSpec[]::new));

        NodeSettings guessed =
                ParametersStore.save(
                        ParametersStore.defaults(
                                node.info().parameters().orElseThrow(), connected(spec)));

        for (String key : guessed.keySet()) {
            if (key.endsWith("Column") && !key.equals("outputColumn")) {
                String standard = key.substring(0, key.length() - "Column".length());
                assertThat(guessed.getString(key)).isEqualToIgnoringCase(standard);
            }
        }
    }

    private static NodeSettings read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (NodeSettings) NodeSettings.loadFromXML(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String xml(NodeSettings settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The inputs of a new node, all its tables of one spec. */
    private static NodeParametersInput connected(DataTableSpec spec) {
        return (NodeParametersInput)
                Proxy.newProxyInstance(
                        SavedSettingsTest.class.getClassLoader(),
                        new Class<?>[] {NodeParametersInput.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("getInTableSpec")) {
                                return Optional.of(spec);
                            }
                            throw new UnsupportedOperationException(method.getName());
                        });
    }
}
