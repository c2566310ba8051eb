package org.knime.core.node;

/** Settings that a node cannot work with; the message is shown to the user as it is. */
public class InvalidSettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidSettingsException(String message) {
        super(message);
    }

    public InvalidSettingsException(Throwable cause) {
        super(cause);
    }

    public InvalidSettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
