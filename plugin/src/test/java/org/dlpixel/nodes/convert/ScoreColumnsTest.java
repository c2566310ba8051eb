package org.dlpixel.nodes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.score.Scope;
import org.dlpixel.core.score.ScoreRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;

class ScoreColumnsTest {

    @TempDir Path folder;

    @Test
    void scoresComeBackFromTheirTable() {
        List<ScoreRow> scores =
                List.of(
                        new ScoreRow(Scope.HELD_OUT, OptionalInt.of(2), 0.1, 0.2, 0.3, 0.4, 0.5),
                        new ScoreRow(
                                Scope.ALL, OptionalInt.empty(), Double.NaN, 0, 1, Double.NaN, 1));
        List<DataRow> rows = new ArrayList<>();
        for (ScoreRow score : scores) {
            rows.add(new DefaultRow("r" + rows.size(), ScoreColumns.cells(score, "vessel")));
        }

        List<ScoreRow> read =
                ScoreColumns.read(new TestContext(folder).table(ScoreColumns.spec(), rows));

        assertThat(read).isEqualTo(scores);
    }

    @Test
    void anotherTableIsNamed() {
        DataTableSpec spec = new DataTableSpec(TestContext.column("a", StringCell.TYPE));
        List<DataRow> rows = List.of(new DefaultRow("r", new StringCell("x")));

        assertThatThrownBy(() -> ScoreColumns.read(new TestContext(folder).table(spec, rows)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("row r", "'Scope'", "Segmentation Scorer");
    }
}
