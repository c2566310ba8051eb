package org.knime.core.node.config;

import org.knime.core.node.config.base.ConfigBaseWO;

/** A writable tree of settings. */
public interface ConfigWO extends ConfigBaseWO {
    /** Adds a subtree, replacing an entry of the same key, and returns it. */
    Config addConfig(String key);
}
