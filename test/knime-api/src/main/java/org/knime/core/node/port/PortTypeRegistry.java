package org.knime.core.node.port;

import org.dlpixel.executor.bridge.PortAccess;
import org.dlpixel.executor.bridge.SharedSecrets;

/** Gives the port type of a class of port objects. */
public final class PortTypeRegistry {
    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    static {
        SharedSecrets.register(PortAccess.class, new PortStorage());
    }

    private PortTypeRegistry() {}

    /** The registry. */
    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /** Type of ports for this class. */
    public PortType getPortType(Class<? extends PortObject> objectClass) {
        return getPortType(objectClass, false);
    }

    /** Type of ports for this class, which may be optional. */
    public PortType getPortType(Class<? extends PortObject> objectClass, boolean optional) {
        return new PortType(objectClass, optional);
    }
}
