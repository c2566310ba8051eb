package org.dlpixel.benchmark.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.dlpixel.benchmark.Options;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.accuracy.WorkflowRun.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccuracyReportTest {

    @TempDir Path folder;

    private final Results results = new Results();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Output output;

    @BeforeEach
    void twoSeedsOfOneSet() {
        output = new Output(folder, new PrintStream(shown, true, StandardCharsets.UTF_8));
        results.add("ovule", 100, 1, new Outcome(0.8, 0.7, 0.9, 20, 900));
        results.add("ovule", 100, 2, new Outcome(0.9, 0.9, 0.9, 30, 910));
        results.add("ovule", 50, 1, new Outcome(0.6, 0.5, 0.7, 20, 900));
        results.addForest("ovule", 1, new ForestPeer.Result(0.75, 9));
    }

    @Test
    void oneRowPerSetWithItsMean() throws IOException {
        report().writeAccuracy(output);

        assertThat(Files.readString(folder.resolve("accuracy.md")))
                .contains("| ovule | 0.800 | 0.900 | 0.850 | 0.071 | 25 | 0.750 |")
                .contains("-option=3,epochs,2,int");
        assertThat(Files.readString(folder.resolve("accuracy.csv")))
                .contains("ovule,100,1,0.8000,0.7000,0.9000,20.0,900,0.7500,9.0\n")
                .contains("ovule,100,2,0.9000,0.9000,0.9000,30.0,910,,\n");
        assertThat(ImageIO.read(folder.resolve("accuracy.png").toFile()).getWidth()).isEqualTo(800);
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("# Accuracy");
    }

    @Test
    void oneColumnPerShareOfTheLabels() throws IOException {
        report().writeLearningCurve(output);

        assertThat(Files.readString(folder.resolve("learning-curve.md")))
                .contains("| set | 50 % | 100 % |")
                .contains("| ovule | 0.600 | 0.850 ± 0.071 |");
        assertThat(folder.resolve("learning-curve.png")).isNotEmptyFile();
    }

    private AccuracyReport report() {
        return new AccuracyReport(
                results, Options.parse(List.of("-option=3,epochs,2,int")), "scikit-learn");
    }
}
