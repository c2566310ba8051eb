package org.knime.core.node.port;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Creates objects the way the platform does: public class, public constructor, no arguments. */
final class PublicClasses {
    private PublicClasses() {}

    static <T> T create(Class<T> type) throws IOException {
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new IOException("illegal class " + type.getName() + ": must be public");
        }
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException(
                    "illegal class "
                            + type.getName()
                            + ": must have a public constructor without arguments",
                    e);
        }
    }

    /** The {@code T} that the serializer's direct superclass is parametrised with. */
    @SuppressWarnings("unchecked")
    static <T> Class<T> argumentOf(Object serializer) throws IOException {
        Type parent = serializer.getClass().getGenericSuperclass();
        if (parent instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] instanceof Class<?> argument) {
            return (Class<T>) argument;
        }
        throw new IOException(
                "illegal serializer "
                        + serializer.getClass().getName()
                        + ": must name its class as type argument");
    }
}
