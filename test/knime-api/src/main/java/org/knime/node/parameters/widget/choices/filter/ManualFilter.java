package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import org.knime.node.parameters.persistence.Persistable;

/** Selection by name; a name in neither list is unknown. */
final class ManualFilter implements Persistable {
    String[] m_manuallySelected = {};
    String[] m_manuallyDeselected = {};
    boolean m_includeUnknownColumns;

    boolean selects(String value) {
        return List.of(m_manuallySelected).contains(value)
                || (m_includeUnknownColumns
                        && !Arrays.asList(m_manuallyDeselected).contains(value));
    }
}
