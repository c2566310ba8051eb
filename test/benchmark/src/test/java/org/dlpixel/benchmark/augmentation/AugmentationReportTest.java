package org.dlpixel.benchmark.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.augmentation.Library.Name;
import org.dlpixel.benchmark.training.Waiting;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.train.patches.Pace;
import org.dlpixel.core.train.settings.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentationReportTest {

    @TempDir Path folder;

    @Test
    void everythingIsComparedWithEveryLibrary() throws IOException {
        AugmentationReport report = report();
        report.write(
                new Output(
                        folder,
                        new PrintStream(
                                new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)));

        assertThat(Files.readString(folder.resolve("augmentation.md")))
                .contains("- SciPy: absent: no module")
                .contains("| Rotate | 256² | 3000 | 1000 |  | 2000 | 3.0 |  | 1.5 |")
                .contains("- ours / torchvision: median 2.5, least 2.0; at least 3 in 1 of 2 rows")
                .doesNotContain("ours / SciPy: median")
                .contains("| Strong | 20.0 | 100.0 | 2 | 20.0 % | 10.0 % |")
                .contains("| Strong | 8 x 96^2 | 40 | 50.0 | 25.00 % |");
        assertThat(Files.readString(folder.resolve("augmentation.csv")))
                .contains("Strong,256²,400,200,,400,2.0,,1.0\n");
        assertThat(folder.resolve("augmentation-share.csv")).isNotEmptyFile();
        assertThat(folder.resolve("augmentation-waiting.csv")).isNotEmptyFile();
    }

    private static AugmentationReport report() {
        Map<Name, String> libraries = new EnumMap<>(Name.class);
        libraries.put(Name.TORCHVISION, "torchvision 1");
        libraries.put(Name.SCIPY, "absent: no module");
        libraries.put(Name.OPENCV, "OpenCV 2");
        AugmentationReport report = new AugmentationReport(libraries, 0.5);
        report.rates().add(row("Rotate", 3000, 1000, 2000));
        report.rates().add(row("Strong", 400, 200, 400));
        double rate = report.rates().ours("Strong", 256).orElseThrow();
        report.cost(new Cost("Strong", 8000 / rate, 100, 2));
        report.waiting(
                new Waiting(Preset.STANDARD, AugmentationSettings.STRONG, 96, false, 40, 2),
                new Pace(100, 2, 0.5));
        return report;
    }

    private static Rates.Row row(String name, double ours, double torchvision, double openCv) {
        Map<Name, Double> theirs = new EnumMap<>(Name.class);
        theirs.put(Name.TORCHVISION, torchvision);
        theirs.put(Name.SCIPY, Double.NaN);
        theirs.put(Name.OPENCV, openCv);
        return new Rates.Row(Workload.of(name), 256, ours, theirs);
    }
}
