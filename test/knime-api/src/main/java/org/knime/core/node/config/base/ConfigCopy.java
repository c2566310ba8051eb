package org.knime.core.node.config.base;

/** Deep copies between trees. */
final class ConfigCopy {
    private ConfigCopy() {}

    static void copy(ConfigBase from, ConfigBaseWO dest) {
        if (!(dest instanceof ConfigBase to)) {
            throw new IllegalArgumentException(
                    "illegal destination: " + dest.getClass().getName() + ", must be a Config");
        }
        for (String key : from) {
            AbstractConfigEntry entry = from.getEntry(key);
            if (entry instanceof ConfigBase child) {
                copy(child, to.addConfigBase(key));
            } else {
                to.addEntry(entry);
            }
        }
    }
}
