package org.dlpixel.executor.bridge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds the one implementation of each access interface; loads its owner when first asked. */
public final class SharedSecrets {
    private static final Map<Class<?>, Object> ACCESS = new ConcurrentHashMap<>();

    private SharedSecrets() {}

    /** Called by the static initialiser of the class that owns the secret. */
    public static <A> void register(Class<A> type, A access) {
        ACCESS.put(type, type.cast(access));
    }

    /** Describes, configures and executes nodes. */
    public static NodeAccess nodes() {
        return get(NodeAccess.class, "org.knime.node.DefaultNodeFactory");
    }

    /** Creates execution contexts. */
    public static ContextAccess contexts() {
        return get(ContextAccess.class, "org.knime.core.node.ExecutionContext");
    }

    /** Stores port objects after execute and loads a copy per consumer. */
    public static PortAccess ports() {
        return get(PortAccess.class, "org.knime.core.node.port.PortTypeRegistry");
    }

    /** Tells {@code FileUtil} which workflow runs. */
    public static WorkflowAccess workflows() {
        return get(WorkflowAccess.class, "org.knime.core.util.FileUtil");
    }

    /** Receives what nodes log. */
    public static LogAccess logs() {
        return get(LogAccess.class, "org.knime.core.node.NodeLogger");
    }

    /** Binds data containers to a node's storage. */
    public static ContainerAccess containers() {
        return get(ContainerAccess.class, "org.knime.core.data.container.DataContainer");
    }

    /** Applies column rearrangers. */
    public static RearrangerAccess rearrangers() {
        return get(RearrangerAccess.class, "org.knime.core.data.container.ColumnRearranger");
    }

    /** Opens file stores and reads their keys. */
    public static StoreAccess stores() {
        return get(StoreAccess.class, "org.knime.core.data.filestore.FileStore");
    }

    /** File stores of cells. */
    public static CellStoreAccess cellStores() {
        return get(CellStoreAccess.class, "org.knime.core.data.filestore.FileStoreCell");
    }

    /** Credentials that keep their stored password. */
    public static CredentialsAccess credentials() {
        return get(
                CredentialsAccess.class,
                "org.knime.node.parameters.widget.credentials.Credentials");
    }

    /** File stores of port objects. */
    public static PortStoreAccess portStores() {
        return get(PortStoreAccess.class, "org.knime.core.data.filestore.FileStorePortObject");
    }

    private static <A> A get(Class<A> type, String owner) {
        if (!ACCESS.containsKey(type)) {
            initialise(owner);
        }
        Object access = ACCESS.get(type);
        if (access == null) {
            throw new IllegalStateException(owner + " did not register its " + type.getName());
        }
        return type.cast(access);
    }

    private static void initialise(String owner) {
        try {
            Class.forName(owner, true, SharedSecrets.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("class not found: " + owner, e);
        }
    }
}
