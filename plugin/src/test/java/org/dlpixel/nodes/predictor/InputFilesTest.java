package org.dlpixel.nodes.predictor;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.nodes.convert.TestContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

class InputFilesTest {

    @TempDir Path folder;

    private final OutputParameters output = new OutputParameters();

    @BeforeEach
    void writeBesideTheInputs() {
        output.m_store = Choices.Store.OME_ZARR_0_5;
        output.m_folder = folder.toString();
    }

    /** Rows named after their paths. */
    private BufferedDataTable table(Path... paths) {
        DataTableSpec spec = new DataTableSpec(TestContext.column("Path", StringCell.TYPE));
        List<DataRow> rows =
                Arrays.stream(paths)
                        .<DataRow>map(
                                path ->
                                        new DefaultRow(
                                                path.getFileName().toString(),
                                                new StringCell(path.toString())))
                        .toList();
        return new TestContext(folder.resolve("tables")).table(spec, rows);
    }

    private Path input(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "pixels");
    }

    @ParameterizedTest
    @EnumSource(
            value = Choices.Store.class,
            names = {"OME_ZARR_0_4", "OME_ZARR_0_5"})
    void anInputWhereAReplacedResultIsPutAsideIsKept(Choices.Store store) throws IOException {
        output.m_store = store;
        Path aside = folder.resolve(".a_segmentation.ome.zarr.replaced");
        Files.createDirectory(aside);
        BufferedDataTable table = table(input("a.tif"), aside);

        assertThatThrownBy(() -> InputFiles.check(table, 0, output, Progress.none()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(aside.toString())
                .hasMessageContaining("another path than the image of row " + aside.getFileName());
    }

    @Test
    void inputsThatNoResultIsPutOnPass() throws IOException {
        BufferedDataTable table = table(input("a.tif"), input("a_segmentation.tif"));

        assertThatCode(() -> InputFiles.check(table, 0, output, Progress.none()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theCheckStopsAtAnyRow(int ask) throws IOException {
        BufferedDataTable table = table(input("a.tif"), input("b.tif"));

        assertThatThrownBy(() -> InputFiles.check(table, 0, output, new CancelledAt(ask)))
                .isInstanceOf(Cancelled.class);
    }

    /** Cancelled when it is asked for the n-th time. */
    private static final class CancelledAt implements Progress {

        private int left;

        CancelledAt(int ask) {
            left = ask;
        }

        @Override
        public void report(double fraction, String message) {}

        @Override
        public void checkCancelled() {
            left--;
            if (left == 0) {
                throw new Cancelled();
            }
        }
    }
}
