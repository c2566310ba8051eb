package org.knime.node.parameters.migration;

import java.util.List;

/** The ways in which older versions stored a field. */
public interface NodeParametersMigration<T> {
    /** The first whose matcher accepts the settings restores the field. */
    List<ConfigMigration<T>> getConfigMigrations();
}
