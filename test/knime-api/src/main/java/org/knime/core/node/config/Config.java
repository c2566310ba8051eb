package org.knime.core.node.config;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;

/** A tree of settings that can be read and written. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {

    protected Config(String key) {
        super(key);
    }

    @Override
    public abstract Config getInstance(String key);

    /** Fills a tree from an XML file, whose root gives it its key; the stream is closed. */
    protected static Config loadFromXML(Config config, InputStream in) throws IOException {
        ConfigBase.loadFromXML(config, in);
        return config;
    }

    @Override
    public final Config addConfig(String key) {
        return (Config) addConfigBase(key);
    }

    /** Adds the given tree under its own key. */
    protected final void addConfig(Config config) {
        addConfigBase(config);
    }

    @Override
    public final Config getConfig(String key) throws InvalidSettingsException {
        return (Config) getConfigBase(key);
    }
}
