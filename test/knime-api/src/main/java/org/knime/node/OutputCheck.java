package org.knime.node;

/** Answers a wrong number of outputs. */
final class OutputCheck {
    private OutputCheck() {}

    static void number(String what, int actual, int expected) {
        if (actual != expected) {
            throw new IllegalStateException(
                    "illegal number of output %s: %d, must be %d"
                            .formatted(what, actual, expected));
        }
    }
}
