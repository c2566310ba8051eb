package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** Writable content of a model or of a port's specification. */
public interface ModelContentWO extends ConfigWO {
    /** Adds child content, replacing an entry of the same key, and returns it. */
    ModelContentWO addModelContent(String key);

    /** Adds the given content under its own key. */
    void addModelContent(ModelContent content);
}
