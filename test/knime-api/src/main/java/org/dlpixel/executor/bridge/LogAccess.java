package org.dlpixel.executor.bridge;

import org.knime.core.node.NodeLogger;

/** Receives what nodes log; without a receiver it goes to the platform's logger. */
public interface LogAccess {
    /** Replaces the receiver, for the whole process. */
    void redirect(Receiver receiver);

    /** Back to the platform's logger. */
    void reset();

    /** Gets every message that a node logs. */
    @FunctionalInterface
    interface Receiver {
        /**
         * One message.
         *
         * @param level its level
         * @param logger name of the logger, usually a class
         * @param message the text
         * @param cause the exception, or null
         */
        void log(NodeLogger.LEVEL level, String logger, String message, Throwable cause);
    }
}
