package org.dlpixel.executor.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataType;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.widget.credentials.Credentials;

/** Finds the codec of a field's type. */
final class Codecs {
    private Codecs() {}

    /**
     * The codec of a type.
     *
     * @param type declared type
     * @param actual class of the default value, which is more specific than a type variable
     */
    static Codec of(Type type, Class<?> actual) {
        if (type instanceof ParameterizedType generic && isContainer(generic.getRawType())) {
            return container(generic);
        }
        Codec scalar = ScalarCodec.find(raw(type, actual));
        return scalar != null ? scalar : ofClass(raw(type, actual));
    }

    private static boolean isContainer(Type raw) {
        return raw == Optional.class || raw == List.class;
    }

    private static Class<?> raw(Type type, Class<?> actual) {
        if (type instanceof Class<?> declared && !isGroup(declared)) {
            return declared;
        }
        return actual;
    }

    private static Codec container(ParameterizedType type) {
        Type content = type.getActualTypeArguments()[0];
        if (!(content instanceof Class<?> element)) {
            throw unsupported(type);
        }
        if (type.getRawType() == Optional.class) {
            return new OptionalCodec(of(content, element));
        }
        if (!isGroup(element)) {
            throw unsupported(type);
        }
        return new GroupListCodec(element, false);
    }

    private static Codec ofClass(Class<?> type) {
        if (type.isEnum()) {
            return new EnumCodec(type);
        } else if (type == DataType.class) {
            return DataTypeCodec.INSTANCE;
        } else if (type == Credentials.class) {
            return CredentialsCodec.INSTANCE;
        } else if (isGroup(type)) {
            return new GroupCodec(type);
        } else if (type.isArray() && isGroup(type.getComponentType())) {
            return new GroupListCodec(type.getComponentType(), true);
        }
        throw unsupported(type);
    }

    private static boolean isGroup(Class<?> type) {
        return Persistable.class.isAssignableFrom(type) || WidgetGroup.class.isAssignableFrom(type);
    }

    private static IllegalArgumentException unsupported(Type type) {
        return new IllegalArgumentException(
                "illegal type of a parameter: " + type.getTypeName() + ", KNIME cannot store it");
    }
}
