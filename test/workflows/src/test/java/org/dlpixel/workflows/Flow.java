package org.dlpixel.workflows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dlpixel.executor.run.Cancellation;
import org.dlpixel.nodes.learner.UNetLearnerNodeFactory;
import org.dlpixel.nodes.phantom.VesselPhantomNodeFactory;
import org.dlpixel.nodes.predictor.UNetSlicePredictorNodeFactory;
import org.dlpixel.workflows.nodes.LookNodeFactory;
import org.dlpixel.workflows.nodes.RowsNodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.node.DefaultNodeFactory;

/** A workflow made by a test, written in KNIME's format; settings not given have their defaults. */
final class Flow {

    private final NodeSettings workflow = new NodeSettings("workflow.knime");
    private final NodeSettings nodes;
    private final NodeSettings connections;
    private final Map<Integer, NodeSettings> settings = new TreeMap<>();

    Flow() {
        workflow.addString("version", "5.1.0");
        nodes = (NodeSettings) workflow.addNodeSettings("nodes");
        connections = (NodeSettings) workflow.addNodeSettings("connections");
    }

    Flow node(int id, Class<? extends DefaultNodeFactory> factory, Map<String, ?> model) {
        NodeSettings entry = (NodeSettings) nodes.addNodeSettings("node_" + id);
        entry.addInt("id", id);
        entry.addString("node_settings_file", "Node (#" + id + ")/settings.xml");
        entry.addBoolean("node_is_meta", false);
        entry.addString("node_type", "NativeNode");
        NodeSettings own = new NodeSettings("settings.xml");
        own.addString("factory", factory.getName());
        own.addString("node-name", factory.getSimpleName().replace("NodeFactory", ""));
        NodeSettings stored = (NodeSettings) own.addNodeSettings("model");
        model.forEach((key, value) -> add(stored, key, value));
        settings.put(id, own);
        return this;
    }

    /** A phantom of 48 x 40 x 6 voxels whose second output has three labelled regions. */
    Flow phantom(int id) {
        return node(
                id,
                VesselPhantomNodeFactory.class,
                Map.of("width", 48, "height", 40, "slices", 6, "labelledSlices", 3, "seed", 4));
    }

    /** A learner of a tiny model, in two epochs of one batch and on one thread unless changed. */
    Flow tinyLearner(int id, Map<String, ?> changed) {
        Map<String, ?> tiny =
                Map.of(
                        "depth", 2,
                        "baseFeatures", 4,
                        "epochs", 2,
                        "patchesPerEpoch", 4,
                        "batchSize", 4,
                        "patchSize", 16,
                        "threads", 1);
        return node(id, UNetLearnerNodeFactory.class, with(tiny, changed));
    }

    /** A predictor on one thread. */
    Flow predictor(int id, Map<String, ?> changed) {
        return node(id, UNetSlicePredictorNodeFactory.class, with(Map.of("threads", 1), changed));
    }

    /** The rows of a table once each, unless changed: {@link RowsNodeFactory}. */
    Flow rows(int id, Map<String, ?> changed) {
        Map<String, ?> once = Map.of("times", 1, "empty", "", "row", -1);
        return node(id, RowsNodeFactory.class, with(once, changed));
    }

    /** Keeps the rows of a table for {@link LookNodeFactory#take}. */
    Flow look(int id, String name) {
        return node(id, LookNodeFactory.class, Map.of("name", name));
    }

    /** Settings, and what is changed in them. */
    static Map<String, ?> with(Map<String, ?> settings, Map<String, ?> changed) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(changed);
        return all;
    }

    /** Adds optional ports to a node: port group to port object class. */
    Flow ports(int id, Map<String, Class<?>> added) {
        NodeSettings groups =
                (NodeSettings) settings.get(id).addNodeSettings("node_creation_config");
        added.forEach(
                (group, type) ->
                        ((NodeSettings) groups.addNodeSettings(group))
                                .addNodeSettings("port_0")
                                .addString("object_class", type.getName()));
        return this;
    }

    /** Connects output port and input port, both counted from 1. */
    Flow connect(int source, int sourcePort, int dest, int destPort) {
        NodeSettings entry =
                (NodeSettings)
                        connections.addNodeSettings(
                                "connection_" + source + sourcePort + dest + destPort);
        entry.addInt("sourceID", source);
        entry.addInt("sourcePort", sourcePort);
        entry.addInt("destID", dest);
        entry.addInt("destPort", destPort);
        return this;
    }

    Run run(Path folder) {
        return run(folder, new Cancellation());
    }

    Run run(Path folder, Cancellation cancellation) {
        try {
            write(workflow, folder.resolve("workflow.knime"));
            for (Map.Entry<Integer, NodeSettings> own : settings.entrySet()) {
                Path node = folder.resolve("Node (#" + own.getKey() + ")");
                write(own.getValue(), node.resolve("settings.xml"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Run.of(folder, List.of(), cancellation);
    }

    private static void write(NodeSettings settings, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.saveToXML(out);
        }
    }

    private static void add(NodeSettings settings, String key, Object value) {
        if (value instanceof Map<?, ?> group) {
            NodeSettings own = (NodeSettings) settings.addNodeSettings(key);
            group.forEach((name, entry) -> add(own, name.toString(), entry));
        } else if (value instanceof Integer number) {
            settings.addInt(key, number);
        } else if (value instanceof Double number) {
            settings.addDouble(key, number);
        } else if (value instanceof Boolean truth) {
            settings.addBoolean(key, truth);
        } else {
            settings.addString(key, value.toString());
        }
    }
}
