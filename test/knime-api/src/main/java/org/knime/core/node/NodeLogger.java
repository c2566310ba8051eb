package org.knime.core.node;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dlpixel.executor.bridge.LogAccess;
import org.dlpixel.executor.bridge.SharedSecrets;

/** KNIME's log, as nodes write to it. */
public final class NodeLogger {
    private static final Map<String, NodeLogger> LOGGERS = new ConcurrentHashMap<>();
    private static final LogAccess.Receiver PLATFORM = NodeLogger::toPlatform;
    private static volatile LogAccess.Receiver receiver = PLATFORM;

    static {
        SharedSecrets.register(LogAccess.class, new Redirection());
    }

    private final String name;

    private NodeLogger(String name) {
        this.name = name;
    }

    /** The logger of a class. */
    public static NodeLogger getLogger(Class<?> type) {
        return getLogger(type.getName());
    }

    /** The logger of a name. */
    public static NodeLogger getLogger(String name) {
        return LOGGERS.computeIfAbsent(name, NodeLogger::new);
    }

    /** Whether messages of level DEBUG go anywhere: the receiver decides, so always. */
    public boolean isDebugEnabled() {
        return true;
    }

    /** Whether messages of level INFO go anywhere: the receiver decides, so always. */
    public boolean isInfoEnabled() {
        return true;
    }

    /** Logs at level DEBUG. */
    public void debug(Object message) {
        log(LEVEL.DEBUG, message, null);
    }

    /** Logs at level DEBUG. */
    public void debug(Object message, Throwable cause) {
        log(LEVEL.DEBUG, message, cause);
    }

    /** Logs at level INFO. */
    public void info(Object message) {
        log(LEVEL.INFO, message, null);
    }

    /** Logs at level INFO. */
    public void info(Object message, Throwable cause) {
        log(LEVEL.INFO, message, cause);
    }

    /** Logs at level WARN. */
    public void warn(Object message) {
        log(LEVEL.WARN, message, null);
    }

    /** Logs at level WARN. */
    public void warn(Object message, Throwable cause) {
        log(LEVEL.WARN, message, cause);
    }

    /** Logs at level ERROR. */
    public void error(Object message) {
        log(LEVEL.ERROR, message, null);
    }

    /** Logs at level ERROR. */
    public void error(Object message, Throwable cause) {
        log(LEVEL.ERROR, message, cause);
    }

    private void log(LEVEL level, Object message, Throwable cause) {
        receiver.log(level, name, String.valueOf(message), cause);
    }

    private static void toPlatform(LEVEL level, String name, String message, Throwable cause) {
        System.getLogger(name).log(level.platform, message, cause);
    }

    /** Levels, least to most severe between {@link #ALL} and {@link #OFF}. */
    public enum LEVEL {
        DEBUG(System.Logger.Level.DEBUG),
        INFO(System.Logger.Level.INFO),
        WARN(System.Logger.Level.WARNING),
        ERROR(System.Logger.Level.ERROR),
        FATAL(System.Logger.Level.ERROR),
        OFF(System.Logger.Level.OFF),
        ALL(System.Logger.Level.ALL);

        private final System.Logger.Level platform;

        LEVEL(System.Logger.Level platform) {
            this.platform = platform;
        }
    }

    private static final class Redirection implements LogAccess {
        @Override
        public void redirect(Receiver to) {
            receiver = to;
        }

        @Override
        public void reset() {
            receiver = PLATFORM;
        }
    }
}
