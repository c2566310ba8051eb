package org.dlpixel.executor.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistor;

/** Groups of fields as objects. */
final class Fields {
    private Fields() {}

    /** Creates an object without arguments and sets its fields. */
    static <T> T load(Class<T> type, NodeSettings settings) throws InvalidSettingsException {
        Persistor own = type.getAnnotation(Persistor.class);
        if (own != null) {
            return type.cast(instance(own.value()).load(settings));
        }
        T object = instance(type);
        for (PersistedField field : of(type)) {
            field.load(object, settings);
        }
        return object;
    }

    /** Stores the fields of an object. */
    static void save(Object object, NodeSettings settings) {
        Persistor own = object.getClass().getAnnotation(Persistor.class);
        if (own != null) {
            saveBy(own, object, settings);
            return;
        }
        for (PersistedField field : of(object.getClass())) {
            field.save(object, settings);
        }
    }

    /** Stores a value by its own persistor, whose type is the author's responsibility. */
    @SuppressWarnings("unchecked")
    static void saveBy(Persistor own, Object value, NodeSettings settings) {
        ((NodeParametersPersistor<Object>) instance(own.value())).save(value, settings);
    }

    private static List<PersistedField> of(Class<?> type) {
        List<PersistedField> fields = new ArrayList<>();
        if (type.getSuperclass() != null) {
            fields.addAll(of(type.getSuperclass()));
        }
        for (Field field : type.getDeclaredFields()) {
            if (!field.isSynthetic()
                    && (field.getModifiers() & (Modifier.STATIC | Modifier.PRIVATE)) == 0) {
                fields.add(new PersistedField(field));
            }
        }
        return fields;
    }

    /** Calls the constructor without arguments, whatever its visibility. */
    static <T> T instance(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("constructor of " + type.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    type.getName() + " needs a constructor without arguments", e);
        }
    }
}
