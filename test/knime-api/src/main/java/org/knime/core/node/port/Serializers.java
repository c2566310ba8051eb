package org.knime.core.node.port;

import java.io.IOException;

/** Finds the serializer nested in a class, as the class's port type registers it. */
final class Serializers {
    private Serializers() {}

    @SuppressWarnings("unchecked")
    static <T extends PortObject> PortObject.PortObjectSerializer<T> ofObject(Class<T> type)
            throws IOException {
        return find(type, PortObject.PortObjectSerializer.class);
    }

    @SuppressWarnings("unchecked")
    static <T extends PortObjectSpec> PortObjectSpec.PortObjectSpecSerializer<T> ofSpec(
            Class<T> type) throws IOException {
        return find(type, PortObjectSpec.PortObjectSpecSerializer.class);
    }

    private static <S> S find(Class<?> type, Class<S> kind) throws IOException {
        for (Class<?> nested : type.getClasses()) {
            if (kind.isAssignableFrom(nested) && nested.getDeclaringClass() == type) {
                return PublicClasses.create(nested.asSubclass(kind));
            }
        }
        throw new IOException(
                "no serializer of "
                        + type.getName()
                        + ": must be a public nested class that extends "
                        + kind.getSimpleName());
    }
}
