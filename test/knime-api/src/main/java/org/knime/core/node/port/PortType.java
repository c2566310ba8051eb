package org.knime.core.node.port;

import java.lang.reflect.Method;
import java.util.Objects;

/** What may be connected to a port. */
public final class PortType {
    private final Class<? extends PortObject> objectClass;
    private final boolean optional;

    PortType(Class<? extends PortObject> objectClass, boolean optional) {
        this.objectClass = Objects.requireNonNull(objectClass);
        this.optional = optional;
    }

    /** Class of the objects. */
    public Class<? extends PortObject> getPortObjectClass() {
        return objectClass;
    }

    /** Class of the specs: what {@code getSpec} of the object class returns. */
    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return getPortObjectSpecClass(objectClass);
    }

    /** Class of the specs of a class of objects. */
    public static Class<? extends PortObjectSpec> getPortObjectSpecClass(
            Class<? extends PortObject> objectClass) {
        try {
            Method method = objectClass.getMethod("getSpec");
            return method.getReturnType().asSubclass(PortObjectSpec.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(objectClass.getName() + " has no getSpec()", e);
        }
    }

    /** Whether the port need not be connected. */
    public boolean isOptional() {
        return optional;
    }

    /** Name of the type. */
    public String getName() {
        return objectClass.getSimpleName();
    }

    /** Whether ports of this type take objects of the other one. */
    public boolean isSuperTypeOf(PortType other) {
        return objectClass.isAssignableFrom(other.objectClass);
    }

    /** Whether a port of this type takes the object. */
    public boolean acceptsPortObject(PortObject object) {
        return objectClass.isInstance(object);
    }

    /** Whether a port of this type takes the spec. */
    public boolean acceptsPortObjectSpec(PortObjectSpec spec) {
        return getPortObjectSpecClass().isInstance(spec);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortType that
                && objectClass == that.objectClass
                && optional == that.optional;
    }

    @Override
    public int hashCode() {
        return Objects.hash(objectClass, optional);
    }

    @Override
    public String toString() {
        return getName() + (optional ? " (optional)" : "");
    }
}
