package org.knime.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

class DataTableSpecTest {
    private static final DataColumnSpec A =
            new DataColumnSpecCreator("a", IntCell.TYPE).createSpec();
    private static final DataColumnSpec B =
            new DataColumnSpecCreator("b", StringCell.TYPE).createSpec();

    @Test
    void columnsAreFoundByName() {
        DataTableSpec spec = new DataTableSpec("t", A, B);

        assertThat(spec.findColumnIndex("b")).isEqualTo(1);
        assertThat(spec.findColumnIndex("c")).isEqualTo(-1);
        assertThat(spec.getColumnSpec("c")).isNull();
        assertThat(spec.containsCompatibleType(StringValue.class)).isTrue();
        assertThat(spec.containsCompatibleType(BooleanValue.class)).isFalse();
    }

    @Test
    void aNameMayNotComeTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataTableSpec(A, A))
                .withMessage("illegal column name: a, must be unique");
    }

    @Test
    void uniqueNamesCountUp() {
        DataTableSpec spec = new DataTableSpec(A);
        DataColumnSpecCreator second = new DataColumnSpecCreator(A);
        second.setName("a (#1)");

        assertThat(DataTableSpec.getUniqueColumnName(spec, "x")).isEqualTo("x");
        assertThat(DataTableSpec.getUniqueColumnName(spec, "a")).isEqualTo("a (#1)");
        assertThat(
                        DataTableSpec.getUniqueColumnName(
                                new DataTableSpecCreator(spec)
                                        .addColumns(second.createSpec())
                                        .createSpec(),
                                "a"))
                .isEqualTo("a (#2)");
    }

    @Test
    void theNameOfTheTableDoesNotMatterForEquality() {
        assertThat(new DataTableSpec("one", A)).isEqualTo(new DataTableSpec("two", A));
        assertThat(new DataTableSpec(A, B)).isNotEqualTo(new DataTableSpec(B, A));
    }

    @Test
    void columnsAreReplacedInPlace() {
        DataTableSpec spec =
                new DataTableSpecCreator(new DataTableSpec(A, B))
                        .replaceColumn(0, B)
                        .dropAllColumns()
                        .addColumns(B)
                        .setName("n")
                        .createSpec();

        assertThat(spec.getColumnNames()).containsExactly("b");
        assertThat(spec.getName()).isEqualTo("n");
    }
}
