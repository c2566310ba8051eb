package org.knime.node.parameters.widget.choices;

/** A choice: the stored text and the text shown. */
public record StringChoice(String id, String text) {
    /** A choice that is shown as it is stored. */
    public static StringChoice fromId(String id) {
        return new StringChoice(id, id);
    }
}
