package org.dlpixel.benchmark.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dlpixel.benchmark.Options;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.accuracy.WorkflowRun.Outcome;
import org.dlpixel.core.augment.AugmentationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {

    @TempDir Path folder;

    @Test
    void augmentationsAreComparedBySetAndSeed() throws IOException {
        Evidence evidence = evidence();
        write(evidence);

        assertThat(Files.readString(folder.resolve("augmentation-evidence.md")))
                .contains("| set | None | Strong |")
                .contains("| ovule | 0.600 ± 0.141 | 0.700 ± 0.141 |")
                .contains("| embryo | 0.800 |  |")
                .contains("| all sets | 0.700 | 0.700 |")
                .contains("| more than None |  | 0.100 ± 0.000 |");
    }

    @Test
    void whatWasWrittenIsNotRunAgain() throws IOException {
        write(evidence());
        Path csv = folder.resolve("augmentation-evidence.csv");
        Evidence read = Evidence.read(csv);

        assertThat(read.runs()).isEqualTo(evidence().runs());
        assertThat(read.isKnown(new Evidence.Key("Strong", "ovule", 2))).isTrue();
        assertThat(read.isKnown(new Evidence.Key("Strong", "embryo", 1))).isFalse();
        assertThat(Evidence.read(folder.resolve("absent.csv")).runs().rows()).isEmpty();
    }

    @Test
    void theLearnerIsToldThePreset() {
        assertThat(WorkflowRun.augmentation(AugmentationSettings.LIGHT_SHEET))
                .containsExactly("-option=3,augmentation,LIGHT_SHEET,String");
        assertThat(WorkflowRun.augmentation(AugmentationSettings.ORIGINAL))
                .containsExactly("-option=3,augmentation,ORIGINAL,String");
    }

    private void write(Evidence evidence) {
        Output output =
                new Output(
                        folder,
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        new AccuracyReport(new Results(), Options.parse(List.of()), "")
                .writeEvidence(output, "augmentation-evidence", evidence);
    }

    private static Evidence evidence() {
        Evidence evidence = new Evidence();
        evidence.add(new Evidence.Key("None", "ovule", 1), outcome(0.5));
        evidence.add(new Evidence.Key("Strong", "ovule", 1), outcome(0.6));
        evidence.add(new Evidence.Key("None", "ovule", 2), outcome(0.7));
        evidence.add(new Evidence.Key("Strong", "ovule", 2), outcome(0.8));
        evidence.add(new Evidence.Key("None", "embryo", 1), outcome(0.8));
        return evidence;
    }

    private static Outcome outcome(double dice) {
        return new Outcome(dice, 0.7, 0.9, 20, Double.NaN);
    }
}
