package org.knime.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

class DataTypeTest {
    @Test
    void aNumberCanBeSeenAsAnyWiderNumber() {
        assertThat(IntCell.TYPE.isCompatible(IntValue.class)).isTrue();
        assertThat(IntCell.TYPE.isCompatible(LongValue.class)).isTrue();
        assertThat(IntCell.TYPE.isCompatible(DoubleValue.class)).isTrue();
        assertThat(LongCell.TYPE.isCompatible(IntValue.class)).isFalse();
        assertThat(DoubleCell.TYPE.isCompatible(LongValue.class)).isFalse();
        assertThat(StringCell.TYPE.isCompatible(DoubleValue.class)).isFalse();
        assertThat(BooleanCell.TYPE.isCompatible(BooleanValue.class)).isTrue();
    }

    @Test
    void widerTypesTakeNarrowerCells() {
        assertThat(DoubleCell.TYPE.isASuperTypeOf(IntCell.TYPE)).isTrue();
        assertThat(IntCell.TYPE.isASuperTypeOf(DoubleCell.TYPE)).isFalse();
        assertThat(StringCell.TYPE.isASuperTypeOf(DataType.getMissingCell().getType())).isTrue();
        assertThat(DataType.getCommonSuperType(IntCell.TYPE, DoubleCell.TYPE))
                .isEqualTo(DoubleCell.TYPE);
    }

    @Test
    void textAndNumberHaveNoCellClassInCommon() {
        DataType common = DataType.getCommonSuperType(StringCell.TYPE, IntCell.TYPE);

        assertThat(common.getCellClass()).isNull();
        assertThat(common.isASuperTypeOf(StringCell.TYPE)).isTrue();
        assertThat(common.isASuperTypeOf(IntCell.TYPE)).isTrue();
        assertThat(common.isCompatible(StringValue.class)).isFalse();
    }

    @Test
    void aListHasElements() {
        DataType list = ListCell.getCollectionType(StringCell.TYPE);

        assertThat(list.isCollectionType()).isTrue();
        assertThat(list.getCollectionElementType()).isEqualTo(StringCell.TYPE);
        assertThat(list.isCompatible(CollectionDataValue.class)).isTrue();
        assertThat(list).isNotEqualTo(ListCell.getCollectionType(IntCell.TYPE));
        assertThat(StringCell.TYPE.isCollectionType()).isFalse();
    }

    @Test
    void savedTypesComeBack() throws InvalidSettingsException {
        NodeSettings settings = new NodeSettings("type");
        DataType list = ListCell.getCollectionType(DoubleCell.TYPE);

        list.save(settings);

        assertThat(DataType.load(settings)).isEqualTo(list);
    }

    @Test
    void anUnknownCellClassIsNamed() {
        NodeSettings settings = new NodeSettings("type");
        settings.addString("cell_class", "no.such.Cell");

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> DataType.load(settings))
                .withMessage("illegal cell class: no.such.Cell, must be a known cell class");
    }
}
