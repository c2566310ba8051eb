package org.dlpixel.nodes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.knip.base.data.img.ImgPlusCell;

class ColumnsTest {

    private static final DataTableSpec STANDARD =
            new DataTableSpec(
                    TestContext.column("Name", StringCell.TYPE),
                    TestContext.column("Other", ImgPlusCell.TYPE),
                    TestContext.column(Columns.IMAGE, ImgPlusCell.TYPE),
                    TestContext.column(Columns.LABEL, ImgPlusCell.TYPE));

    private static final DataTableSpec FOREIGN =
            new DataTableSpec(
                    TestContext.column(Columns.IMAGE, IntCell.TYPE),
                    TestContext.column("raw", ImgPlusCell.TYPE),
                    TestContext.column("painted", ImgPlusCell.TYPE));

    private static final DataTableSpec PATHS =
            new DataTableSpec(
                    TestContext.column(Columns.IMAGE, StringCell.TYPE),
                    TestContext.column(Columns.LABEL, StringCell.TYPE),
                    TestContext.column(Columns.SEGMENTATION, StringCell.TYPE));

    private static final DataTableSpec NONE = new DataTableSpec();

    @Test
    void aChosenColumnIsTaken() throws InvalidSettingsException {
        assertThat(Columns.image(STANDARD, "Other", Columns.IMAGE)).isEqualTo(1);
        assertThat(Columns.labels(FOREIGN, "painted", Columns.LABEL)).isEqualTo(2);
    }

    @Test
    void withoutAChoiceTheStandardNameIsTaken() throws InvalidSettingsException {
        assertThat(Columns.image(STANDARD, "", Columns.IMAGE)).isEqualTo(2);
        assertThat(Columns.image(STANDARD, " ", Columns.IMAGE)).isEqualTo(2);
        assertThat(Columns.image(STANDARD, null, Columns.IMAGE)).isEqualTo(2);
        assertThat(Columns.labels(STANDARD, "", Columns.LABEL)).isEqualTo(3);
    }

    @Test
    void withoutTheStandardNameTheFirstImagesAreTaken() throws InvalidSettingsException {
        assertThat(Columns.image(FOREIGN, "", Columns.IMAGE)).isEqualTo(1);
    }

    @Test
    void labelsAreNeverGuessed() {
        assertThatThrownBy(() -> Columns.labels(FOREIGN, "", Columns.LABEL))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContainingAll("'Label'", "choose the column", "Image, raw, painted");
    }

    @Test
    void anOptionalColumnMayBeAbsentButNotWrong() throws InvalidSettingsException {
        assertThat(Columns.optionalVolume(FOREIGN, "", Columns.TRUTH)).isEmpty();
        assertThat(Columns.optionalVolume(FOREIGN, "raw", Columns.TRUTH)).hasValue(1);
        assertThatThrownBy(() -> Columns.optionalVolume(FOREIGN, "gone", Columns.TRUTH))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContainingAll("No column 'gone'", "Image, raw, painted");
    }

    @Test
    void aColumnOfAnotherTypeIsNamed() {
        assertThatThrownBy(() -> Columns.image(FOREIGN, Columns.IMAGE, Columns.IMAGE))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContainingAll("Column 'Image' holds", "must hold images");
    }

    @Test
    void aTableWithoutImagesIsNamed() {
        assertThatThrownBy(() -> Columns.image(NONE, "", Columns.IMAGE))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContainingAll("no image column", "no columns");
    }

    @Test
    void pathsAreVolumesWhereTheyAreChosenOrHaveTheStandardName() throws InvalidSettingsException {
        assertThat(Columns.volume(PATHS, "", Columns.IMAGE)).isEqualTo(0);
        assertThat(Columns.volume(STANDARD, "Name", Columns.IMAGE)).isEqualTo(0);
        assertThat(Columns.volume(STANDARD, "", Columns.IMAGE)).isEqualTo(2);
        assertThat(Columns.segmentation(PATHS, "")).isEqualTo(2);
        assertThatThrownBy(() -> Columns.volume(FOREIGN, Columns.IMAGE, Columns.IMAGE))
                .hasMessageContainingAll("Column 'Image' holds", "must hold images or paths");
    }

    @Test
    void aTextThatIsCalledLabelIsNoPathUnlessItIsChosen() throws InvalidSettingsException {
        assertThat(Columns.optionalVolume(PATHS, "", Columns.LABEL)).isEmpty();
        assertThat(Columns.optionalVolume(PATHS, "Label", Columns.LABEL)).hasValue(1);
    }

    @Test
    void plainColumnsAreFoundByNameAndType() {
        assertThat(Columns.plain(STANDARD, "Name", StringValue.class)).hasValue(0);
        assertThat(Columns.plain(STANDARD, "name", StringValue.class)).isEmpty();
        assertThat(Columns.plain(FOREIGN, Columns.IMAGE, StringValue.class)).isEmpty();
    }

    @Test
    void imageAndLabelsMustDiffer() {
        assertThatThrownBy(() -> RegionTable.ImageColumns.of(FOREIGN, "raw", "raw"))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContainingAll("both 'raw'", "must differ");
    }
}
