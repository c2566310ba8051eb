package org.knime.core.data.collection;

import java.util.Collection;
import org.knime.core.data.DataCell;

/** Makes cells that hold several cells. */
public final class CollectionCellFactory {
    private CollectionCellFactory() {}

    /** A list of these cells in order. */
    public static ListCell createListCell(Collection<? extends DataCell> cells) {
        return new ListCell(cells);
    }

    /** A set of these cells. */
    public static SetCell createSetCell(Collection<? extends DataCell> cells) {
        return new SetCell(cells);
    }
}
