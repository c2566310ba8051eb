package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.score.ScoresCsv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseUnetTest {

    @TempDir Path folder;

    private Path stacks;
    private Path output;
    private Example example;

    @BeforeEach
    void aPhantomToReadFrom() {
        stacks = folder.resolve("R&D, 100% of #1");
        Stacks.phantom(stacks);
        output = folder.resolve("my results");
        example =
                Example.sparseUnet(
                                folder.resolve("flow"),
                                stacks.resolve("image.tif"),
                                stacks.resolve("sparse_labels.tif"))
                        .variable("output", output);
    }

    private List<String> scopes() {
        return ScoresCsv.read(output.resolve("scores.csv")).stream()
                .map(row -> row.scope().label())
                .distinct()
                .collect(Collectors.toList());
    }

    @Test
    void everyVariableIsUnderstood() throws IOException {
        Path truth = stacks.resolve("known.tif");
        Files.move(stacks.resolve("truth.tif"), truth);

        Run run =
                example.variable("truth", truth).variable("seed", 3).variable("minutes", 1.5).run();

        run.assertOk();
        assertThat(run.out()).doesNotContain("WARN");
        assertThat(scopes()).containsExactly("held-out", "annotated", "all");
        try (SliceSource segmentation = ImageFiles.open(output.resolve("segmentation.tif"));
                SliceSource image = ImageFiles.open(stacks.resolve("image.tif"))) {
            assertThat(segmentation.shape()).isEqualTo(new VolumeShape(48, 40, 6, 1));
            assertThat(segmentation.voxelSize()).isEqualTo(image.voxelSize());
        }
        assertThat(Files.readString(output.resolve("report.html")))
                .contains("seed</th><td>3", "R&amp;D, 100% of #1")
                .doesNotContain("R&D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NETWORKS_AND_FOREST", "MEAN_TEACHER"})
    void theUnlabelledRestCanBeLearntFrom(String teachers) {
        Run run = example.learner("course/teachers", teachers).run();

        run.assertOk();
        assertThat(output.resolve("segmentation.tif")).exists();
    }

    @Test
    void withoutTruthOnlyAnnotatedSlicesAreScored() throws IOException {
        Files.delete(stacks.resolve("truth.tif"));

        Run run = example.run();

        run.assertOk();
        assertThat(scopes()).containsExactly("annotated", "all");
    }

    @Test
    void truthBesideTheImageIsFound() {
        Run run = example.run();

        run.assertOk();
        assertThat(scopes()).containsExactly("held-out", "annotated", "all");
    }

    @Test
    void anImageIsNotTakenForItsOwnTruth() throws IOException {
        Path image = stacks.resolve("truth.tif");
        Files.move(stacks.resolve("image.tif"), image, StandardCopyOption.REPLACE_EXISTING);

        Run run = example.variable("image", image).run();

        run.assertOk();
        assertThat(scopes()).containsExactly("annotated", "all");
    }

    @Test
    void aTimeLimitOfNextToNothingStillGivesAModel() {
        Run run = example.variable("minutes", 1e-6).learner("epochs", 50).run();

        run.assertOk();
        assertThat(output.resolve("segmentation.tif")).exists();
    }

    @Test
    void theSeedDecides() {
        Path other = folder.resolve("other");
        Path again = folder.resolve("again");

        example.run();
        example.variable("output", other).variable("seed", 2).run();
        example.variable("output", again).run();

        assertThat(again.resolve("segmentation.tif"))
                .hasSameBinaryContentAs(output.resolve("segmentation.tif"));
        assertThat(Stacks.voxels(other.resolve("segmentation.tif")))
                .isNotEqualTo(Stacks.voxels(output.resolve("segmentation.tif")));
    }

    @Test
    void filesInsideTheWorkflowAreTheDefault() throws IOException {
        Example own = Example.sparseUnet(folder.resolve("own"));
        Stacks.phantom(own.output().getParent());

        Run run = own.run();

        run.assertOk();
        assertThat(PhantomQuickTest.names(own.output()))
                .contains("segmentation.tif", "report.html");
    }
}
