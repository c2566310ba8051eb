package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.node.config.Config;

/** A tree of model content that can be read, written and stored as XML. */
public final class ModelContent extends Config implements ModelContentRO, ModelContentWO {

    public ModelContent(String key) {
        super(key);
    }

    /** Reads a content file; the stream is closed. */
    public static ModelContentRO loadFromXML(InputStream in) throws IOException {
        var content = new ModelContent("model");
        Config.loadFromXML(content, in);
        return content;
    }

    @Override
    public ModelContent getModelContent(String key) throws InvalidSettingsException {
        return (ModelContent) getConfig(key);
    }

    @Override
    public ModelContentWO addModelContent(String key) {
        return (ModelContent) addConfig(key);
    }

    @Override
    public void addModelContent(ModelContent content) {
        addConfig(content);
    }

    @Override
    public Config getInstance(String key) {
        return new ModelContent(key);
    }
}
