package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.ProgressSink;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.append.AppendedColumnRow;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.SetCell;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.image.png.PNGImageContent;

class TableTest {
    private static final byte[] PNG = {
        (byte) 0x89,
        'P',
        'N',
        'G',
        '\r',
        '\n',
        0x1a,
        '\n',
        0,
        0,
        0,
        13,
        'I',
        'H',
        'D',
        'R',
        0,
        0,
        0,
        3,
        0,
        0,
        0,
        2
    };

    @TempDir private Path folder;

    @Test
    void everyCellComesBackEqual() {
        List<DataCell> cells =
                List.of(
                        new StringCell("tube\nµm \u0000 \uD83D\uDE00"),
                        new IntCell(Integer.MIN_VALUE),
                        new LongCell(1L << 40),
                        new DoubleCell(Double.NaN),
                        BooleanCell.TRUE,
                        CollectionCellFactory.createListCell(
                                List.of(new StringCell("a"), DataType.getMissingCell())),
                        CollectionCellFactory.createSetCell(List.of(new IntCell(3))),
                        PNGImageCellFactory.create(PNG),
                        DataType.getMissingCell());

        DataRow read = onlyRow(table(spec(cells), new DefaultRow("r", cells)));

        assertThat(read.getKey().getString()).isEqualTo("r");
        assertThat(read).containsExactlyElementsOf(cells);
        assertThat(((ListCell) read.getCell(5)).getElementType()).isEqualTo(StringCell.TYPE);
        assertThat(read.getCell(8).isMissing()).isTrue();
    }

    @Test
    void aMissingCellKeepsItsReason() {
        DataRow read =
                onlyRow(table(column(StringCell.TYPE), row("r", new MissingCell("no file"))));

        assertThat(((MissingCell) read.getCell(0)).getError()).isEqualTo("no file");
    }

    @Property(tries = 50)
    void textsOfAnyLengthAndScriptComeBack(@ForAll @Size(max = 20) List<String> texts) {
        DataContainer container = new DataContainer(column(StringCell.TYPE));
        for (int i = 0; i < texts.size(); i++) {
            container.addRowToTable(row("Row" + i, new StringCell(wellFormed(texts.get(i)))));
        }
        container.addRowToTable(row("long", new StringCell("x".repeat(70_000))));
        container.close();

        List<String> read = new ArrayList<>();
        for (DataRow row : container.getTable()) {
            read.add(row.getCell(0).toString());
        }

        List<String> expected = new ArrayList<>(texts.stream().map(TableTest::wellFormed).toList());
        expected.add("x".repeat(70_000));
        assertThat(read).isEqualTo(expected);
    }

    /** Half of a surrogate pair is no text, and UTF-8 has no code for it. */
    private static String wellFormed(String text) {
        return text.replaceAll("[\\uD800-\\uDFFF]", "?");
    }

    @Test
    void everyIteratorStartsAtTheFirstRow() {
        BufferedDataTable table =
                table(column(IntCell.TYPE), row("a", new IntCell(1)), row("b", new IntCell(2)));

        try (CloseableRowIterator first = table.iterator();
                CloseableRowIterator second = table.iterator()) {
            assertThat(first.next().getKey().getString()).isEqualTo("a");
            assertThat(second.next().getKey().getString()).isEqualTo("a");
            assertThat(first.next().getKey().getString()).isEqualTo("b");
            assertThat(first.hasNext()).isFalse();
            assertThat(second.hasNext()).isTrue();
        }
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.getSummary()).isEqualTo("Rows: 2, Cols: 1");
    }

    @Test
    void aClosedIteratorHasNoMoreRows() {
        CloseableRowIterator rows =
                table(column(IntCell.TYPE), row("a", new IntCell(1))).iterator();

        rows.close();

        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    void anEmptyTableHasNoRows() {
        BufferedDataTable table = table(column(IntCell.TYPE));

        assertThat(table.size()).isZero();
        assertThat(table).isEmpty();
    }

    @Test
    void aKeyMayNotComeTwice() {
        BufferedDataContainer container = context("n").createDataContainer(column(IntCell.TYPE));
        container.addRowToTable(row("a", new IntCell(1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> container.addRowToTable(row("a", new IntCell(2))))
                .withMessage("illegal row key: 'a', must be unique within the table");
    }

    @Test
    void aRowMustHaveOneCellPerColumn() {
        BufferedDataContainer container = context("n").createDataContainer(column(IntCell.TYPE));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> container.addRowToTable(new DefaultRow("a")))
                .withMessage("illegal number of cells in row 'a': 0, must be 1");
    }

    @Test
    void aCellMustFitItsColumn() {
        BufferedDataContainer container = context("n").createDataContainer(column(IntCell.TYPE));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> container.addRowToTable(row("a", new StringCell("1"))))
                .withMessage("illegal cell in row 'a', column 'c0': String, must be Int");
    }

    @Test
    void aListOfOtherElementsDoesNotFit() {
        DataTableSpec spec = column(ListCell.getCollectionType(StringCell.TYPE));
        BufferedDataContainer container = context("n").createDataContainer(spec);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                container.addRowToTable(
                                        row(
                                                "a",
                                                CollectionCellFactory.createListCell(
                                                        List.of(new IntCell(1))))));
        container.addRowToTable(row("b", CollectionCellFactory.createListCell(List.of())));
        assertThat(container.size()).isEqualTo(1);
    }

    @Test
    void anOpenContainerHasNoTableAndAClosedOneTakesNoRow() {
        BufferedDataContainer container = context("n").createDataContainer(column(IntCell.TYPE));

        assertThatIllegalStateException().isThrownBy(container::getTable);
        container.close();
        container.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> container.addRowToTable(row("a", new IntCell(1))));
    }

    @Test
    void appendedCellsFollowTheRow() {
        DataRow row = new AppendedColumnRow(row("a", new IntCell(1)), new IntCell(2));

        assertThat(row.getNumCells()).isEqualTo(2);
        assertThat(row).containsExactly(new IntCell(1), new IntCell(2));
        assertThat(row.getKey().getString()).isEqualTo("a");
    }

    @Test
    void setsKnowTheirElements() {
        SetCell set = CollectionCellFactory.createSetCell(List.of(new IntCell(1), new IntCell(1)));

        assertThat(set.size()).isEqualTo(1);
        assertThat(set.contains(new IntCell(1))).isTrue();
        assertThat(set.contains(new IntCell(2))).isFalse();
    }

    @Test
    void aPictureKnowsItsSize() {
        assertThat(new PNGImageContent(PNG).getSummary()).isEqualTo("PNG picture, 3 x 2 pixels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PNGImageContent(new byte[30]))
                .withMessage("illegal picture: 30 bytes, must be in PNG format");
    }

    private static DataTableSpec column(DataType type) {
        return new DataTableSpec(new DataColumnSpecCreator("c0", type).createSpec());
    }

    private static DataTableSpec spec(List<DataCell> cells) {
        DataTableSpec spec = new DataTableSpec();
        for (int i = 0; i < cells.size(); i++) {
            DataType type = cells.get(i).getType();
            spec =
                    new DataTableSpec(
                            spec,
                            new DataTableSpec(
                                    new DataColumnSpecCreator("c" + i, type).createSpec()));
        }
        return spec;
    }

    private static DataRow row(String key, DataCell cell) {
        return new DefaultRow(key, cell);
    }

    private BufferedDataTable table(DataTableSpec spec, DataRow... rows) {
        BufferedDataContainer container = context("node").createDataContainer(spec);
        for (DataRow row : rows) {
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    private ExecutionContext context(String node) {
        return SharedSecrets.contexts().create(new NodeStorage(folder, node), ProgressSink.SILENT);
    }

    private static DataRow onlyRow(DataTable table) {
        assertThat(table).hasSize(1);
        return table.iterator().next();
    }
}
