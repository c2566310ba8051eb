package org.dlpixel.executor.settings;

import java.lang.reflect.Field;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

/** One stored field of a group. */
record PersistedField(Field field) {
    PersistedField {
        field.setAccessible(true);
    }

    String key() {
        Persist persist = field.getAnnotation(Persist.class);
        if (persist != null && !persist.configKey().isEmpty()) {
            return persist.configKey();
        }
        String name = field.getName();
        return name.startsWith("m_") ? name.substring(2) : name;
    }

    /** Sets the field of an object that holds its defaults. */
    void load(Object object, NodeSettings group) throws InvalidSettingsException {
        Optional<ConfigMigration<?>> older = older(group);
        if (older.isPresent()) {
            set(object, older.get().getLoader().load(group));
            return;
        }
        Persistor own = field.getAnnotation(Persistor.class);
        if (own != null) {
            set(object, Fields.instance(own.value()).load(group));
            return;
        }
        Codec codec = codec(object);
        if (!codec.isAbsent(group, key())) {
            set(object, codec.load(group, key()));
        } else if (!keepsDefault()) {
            throw new InvalidSettingsException(
                    "no setting '" + key() + "' in '" + group.getKey() + "'");
        }
    }

    /** The first of the older ways of storing the field that the settings are stored in. */
    private Optional<ConfigMigration<?>> older(NodeSettings group) {
        Migration migration = field.getAnnotation(Migration.class);
        if (migration == null) {
            return Optional.empty();
        }
        NodeParametersMigration<?> ways = Fields.instance(migration.value());
        for (ConfigMigration<?> way : ways.getConfigMigrations()) {
            if (way.getMatcher().test(group)) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    private boolean keepsDefault() {
        Migrate migrate = field.getAnnotation(Migrate.class);
        return (migrate != null && migrate.loadDefaultIfAbsent())
                || field.getDeclaringClass().isAnnotationPresent(LoadDefaultsForAbsentFields.class);
    }

    void save(Object object, NodeSettings group) {
        Persistor own = field.getAnnotation(Persistor.class);
        if (own == null) {
            codec(object).save(get(object), group, key());
        } else {
            Fields.saveBy(own, get(object), group);
        }
    }

    private Codec codec(Object object) {
        Object value = get(object);
        return Codecs.of(
                field.getGenericType(), value == null ? field.getType() : value.getClass());
    }

    private Object get(Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    private void set(Object object, Object value) {
        try {
            field.set(object, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot write " + field, e);
        }
    }
}
