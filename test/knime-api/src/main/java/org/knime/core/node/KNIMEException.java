package org.knime.core.node;

/** An error of a node in words for its user; shown without prefix. */
public final class KNIMEException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With a message. */
    public KNIMEException(String message) {
        super(message);
    }

    /** With a message and the cause, which only the log shows. */
    public KNIMEException(String message, Throwable cause) {
        super(message, cause);
    }
}
