package org.dlpixel.nodes.log;

import org.knime.core.node.NodeLogger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * One of the engine's loggers as a logger of KNIME.
 *
 * <p>One level lower than the engine says, because its messages are written for developers: a user
 * is told of failures by the node's own message.
 */
final class KnimeLog extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    private final transient NodeLogger logger;

    KnimeLog(String name) {
        this.name = name;
        this.logger = NodeLogger.getLogger(name);
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level, Marker marker, String pattern, Object[] arguments, Throwable error) {
        String message = MessageFormatter.basicArrayFormat(pattern, arguments);
        switch (level) {
            case ERROR -> logger.warn(message, error);
            case WARN -> logger.info(message, error);
            default -> logger.debug(message, error);
        }
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return KnimeLog.class.getName();
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return logger.isDebugEnabled();
    }

    @Override
    public boolean isWarnEnabled() {
        return logger.isInfoEnabled();
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }
}
