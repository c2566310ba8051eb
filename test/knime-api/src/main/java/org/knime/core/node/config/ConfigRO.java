package org.knime.core.node.config;

import java.util.Iterator;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** A readable tree of settings. */
public interface ConfigRO extends ConfigBaseRO {
    /** Returns the named subtree, or fails if there is none. */
    Config getConfig(String key) throws InvalidSettingsException;

    /** The keys in the order in which they were added. */
    @Override
    Iterator<String> iterator();
}
