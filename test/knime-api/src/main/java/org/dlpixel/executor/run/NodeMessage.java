package org.dlpixel.executor.run;

import java.util.Optional;

/**
 * What a node says to the user.
 *
 * @param kind warning or error
 * @param text its text
 * @param cause the exception behind an error
 */
public record NodeMessage(Kind kind, String text, Optional<Throwable> cause) {
    /** The two kinds that KNIME shows. */
    public enum Kind {
        WARNING,
        ERROR
    }

    static NodeMessage warning(String text) {
        return new NodeMessage(Kind.WARNING, text, Optional.empty());
    }

    static NodeMessage error(String text, Throwable cause) {
        return new NodeMessage(Kind.ERROR, text, Optional.of(cause));
    }
}
