package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.ConfigWO;

/** A tree of settings that can be read, written and stored as XML. */
public final class NodeSettings extends Config implements NodeSettingsRO, NodeSettingsWO {

    public NodeSettings(String key) {
        super(key);
    }

    /** Reads a settings file; the stream is closed. */
    public static NodeSettingsRO loadFromXML(InputStream in) throws IOException {
        var settings = new NodeSettings("settings");
        Config.loadFromXML(settings, in);
        return settings;
    }

    @Override
    public NodeSettings getNodeSettings(String key) throws InvalidSettingsException {
        return (NodeSettings) getConfig(key);
    }

    @Override
    public NodeSettingsWO addNodeSettings(String key) {
        return (NodeSettings) addConfig(key);
    }

    @Override
    public void addNodeSettings(NodeSettings settings) {
        addConfig(settings);
    }

    @Override
    public void copyTo(ConfigWO dest) {
        super.copyTo(dest);
    }

    @Override
    public Config getInstance(String key) {
        return new NodeSettings(key);
    }
}
