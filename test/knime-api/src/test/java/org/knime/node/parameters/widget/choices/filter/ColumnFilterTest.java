package org.knime.node.parameters.widget.choices.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

class ColumnFilterTest {
    private static final List<DataColumnSpec> COLUMNS =
            List.of(
                    new DataColumnSpecCreator("Image", StringCell.TYPE).createSpec(),
                    new DataColumnSpecCreator("Label", StringCell.TYPE).createSpec(),
                    new DataColumnSpecCreator("Slice", IntCell.TYPE).createSpec());

    @Test
    void columnsAreSelectedByNameInTheOrderOfTheTable() {
        var filter = new ColumnFilter(new String[] {"Slice", "Image", "Gone"});

        assertThat(filter.filter(COLUMNS)).containsExactly("Image", "Slice");
        assertThat(filter.getMissingSelected(COLUMNS)).containsExactly("Gone");
    }

    @Test
    void unknownColumnsAreSelectedOnlyIfTheFilterSaysSo() {
        var spec = new DataTableSpec(COLUMNS.toArray(DataColumnSpec[]::new));
        var filter = new ColumnFilter();
        filter.m_manualFilter.m_manuallyDeselected = new String[] {"Label"};

        assertThat(filter.filterFromFullSpec(spec)).isEmpty();
        assertThat(filter.withIncludeUnknownColumns().filterFromFullSpec(spec))
                .containsExactly("Image", "Slice");
    }

    @ParameterizedTest
    @CsvSource({
        "WILDCARD, *a*, false, false, 'Image,Label'",
        "WILDCARD, L???l, false, false, Label",
        "WILDCARD, image, true, false, ''",
        "WILDCARD, image, false, true, 'Label,Slice'",
        "REGEX, 'I.*|S.*', false, false, 'Image,Slice'"
    })
    void columnsAreSelectedByPattern(
            FilterMode mode,
            String pattern,
            boolean caseSensitive,
            boolean inverted,
            String expected) {
        var filter = new ColumnFilter();
        filter.m_mode = mode;
        filter.m_patternFilter.m_pattern = pattern;
        filter.m_patternFilter.m_isCaseSensitive = caseSensitive;
        filter.m_patternFilter.m_isInverted = inverted;

        assertThat(String.join(",", filter.filter(COLUMNS))).isEqualTo(expected);
    }

    @Test
    void columnsAreSelectedByType() {
        var filter = new ColumnFilter();
        filter.m_mode = FilterMode.TYPE;
        filter.m_typeFilter.m_selectedTypes =
                new String[] {IntCell.TYPE.getValueClasses().get(0).getName()};

        assertThat(filter.filter(COLUMNS)).containsExactly("Slice");
    }
}
