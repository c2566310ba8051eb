package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;

/** A choice whose type is shown beside it. */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {
    /** A type: how it is stored and how it is shown. */
    public record PossibleTypeValue(String id, String text) {}

    /** A column with its type. */
    public static TypedStringChoice fromColSpec(DataColumnSpec colSpec) {
        DataType type = colSpec.getType();
        return new TypedStringChoice(
                colSpec.getName(),
                colSpec.getName(),
                new PossibleTypeValue(type.getValueClasses().get(0).getName(), type.getName()));
    }
}
