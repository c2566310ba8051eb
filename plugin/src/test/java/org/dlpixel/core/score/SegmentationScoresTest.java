package org.dlpixel.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentationScoresTest {

    @TempDir Path folder;

    @Test
    void heldOutSlicesAreKeptApartFromAnnotatedOnes() {
        SegmentationScores scores = example();
        assertThat(scores.pooled(Scope.HELD_OUT).dice(1)).isEqualTo(2.0 / 3);
        assertThat(scores.pooled(Scope.ANNOTATED).dice(1)).isEqualTo(1);
        assertThat(scores.pooled(Scope.ALL).dice(1)).isEqualTo(4.0 / 5);
        assertThat(scores.slices()).extracting(SliceScore::slice).containsExactly(0, 1, 2);
        assertThat(scores.slices())
                .extracting(SliceScore::scope)
                .containsExactly(Scope.HELD_OUT, Scope.ANNOTATED, Scope.HELD_OUT);
        assertThat(scores.slices().get(2).matrix().dice(1)).isNaN();
    }

    @Test
    void rowsStandInTheOrderOfScopesAndClasses() {
        List<ScoreRow> rows = example().rows();
        assertThat(rows)
                .extracting(row -> row.scope().label() + " " + row.classText())
                .containsExactly(
                        "held-out 0",
                        "held-out 1",
                        "held-out all",
                        "annotated 0",
                        "annotated 1",
                        "annotated all",
                        "all 0",
                        "all 1",
                        "all all");
        assertThat(rows.get(2).dice()).isEqualTo(rows.get(1).dice());
    }

    @Test
    void aScopeWithoutKnownVoxelsHasNoRows() {
        SegmentationScores scores = new SegmentationScores(2);
        scores.add(0, true, mask(0, 1), new byte[] {0, 1});
        scores.add(1, false, mask(-1, -1), new byte[] {0, 1});
        assertThat(scores.rows()).extracting(ScoreRow::scope).doesNotContain(Scope.HELD_OUT);
    }

    @Test
    void theTableIsWrittenWithPointsWhateverTheLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            ScoresCsv.write(folder.resolve("scores.csv"), example().rows().subList(0, 3));
        } finally {
            Locale.setDefault(before);
        }
        assertThat(Files.readString(folder.resolve("scores.csv")).split("\r\n", -1))
                .containsExactly(
                        "scope,class,dice,iou,precision,recall,accuracy",
                        "held-out,0,0.800000,0.666667,1.000000,0.666667,0.750000",
                        "held-out,1,0.666667,0.500000,0.500000,1.000000,0.750000",
                        "held-out,all,0.666667,0.500000,0.500000,1.000000,0.750000",
                        "");
    }

    @Test
    void whatIsWrittenIsRead() {
        List<ScoreRow> rows =
                List.of(
                        new ScoreRow(Scope.ALL, OptionalInt.of(3), 0.5, 0.25, 1, 0, 0.125),
                        new ScoreRow(Scope.ANNOTATED, OptionalInt.empty(), Double.NaN, 0, 1, 1, 1));
        Path file = folder.resolve("s.csv");
        ScoresCsv.write(file, rows);
        assertThat(ScoresCsv.read(file)).isEqualTo(rows);
    }

    @Test
    void wrongTablesAreNamed() {
        assertThatThrownBy(() -> ScoresCsv.parse("a,b\n")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ScoresCsv.parse(ScoresCsv.HEADER + "\nall,1,2\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("7 columns");
        assertThatThrownBy(() -> ScoresCsv.parse(ScoresCsv.HEADER + "\nsome,1,1,1,1,1,1\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("scope: 'some'");
        assertThatThrownBy(() -> ScoresCsv.parse(ScoresCsv.HEADER + "\nall,x,1,1,1,1,1\n"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ScoresCsv.parse(ScoresCsv.HEADER + "\nall,1,1,1,1,1,one\n"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ScoresCsv.read(folder.resolve("missing.csv")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("missing.csv");
        assertThatThrownBy(() -> ScoresCsv.write(folder, List.of()))
                .isInstanceOf(NotWritable.class);
    }

    private static SegmentationScores example() {
        SegmentationScores scores = new SegmentationScores(2);
        scores.add(0, false, mask(0, 1), new byte[] {1, 1});
        scores.add(1, true, mask(0, 1), new byte[] {0, 1});
        scores.add(2, false, mask(0, 0), new byte[] {0, 0});
        return scores;
    }

    private static LabelMask mask(int... classes) {
        byte[] out = new byte[classes.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) classes[i];
        }
        return new LabelMask(out.length, 1, out);
    }
}
