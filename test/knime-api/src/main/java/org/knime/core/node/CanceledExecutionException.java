package org.knime.core.node;

/** Thrown by a node that stops because the user asked it to. */
public class CanceledExecutionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With a default message. */
    public CanceledExecutionException() {
        this("Execution canceled");
    }

    /** With a message. */
    public CanceledExecutionException(String message) {
        super(message);
    }
}
