package org.knime.core.data.container;

/** First number of a cell in a table file: its kind, else {@link #KNOWN} + index of its class. */
final class CellTags {
    /** No value and no reason. */
    static final int MISSING = 0;

    /** No value; a text says why. */
    static final int MISSING_WITH_ERROR = 1;

    /** A class not seen before; its name follows. */
    static final int NEW_CLASS = 2;

    /** The first class seen. */
    static final int KNOWN = 3;

    private CellTags() {}
}
