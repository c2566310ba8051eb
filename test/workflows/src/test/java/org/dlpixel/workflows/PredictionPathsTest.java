package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths to images and to results: no result takes the place of an input. */
class PredictionPathsTest {

    @TempDir static Path shared;
    @TempDir Path folder;

    private static FilePredictions predictions;

    @BeforeAll
    static void trainModel() {
        predictions = FilePredictions.train(shared);
    }

    private Run run(Path results, String store, Path... volumes) {
        return predictions.flow(results, store, volumes).run(folder.resolve("flow"));
    }

    @Test
    void aResultNeverReplacesTheImageOfAnotherRow() throws IOException {
        Path image = Stacks.image(folder.resolve("a.tif"), 24, 16, 2);
        Path other = Stacks.image(folder.resolve("a_segmentation.tif"), 24, 16, 3);
        Map<String, String> before = FilePredictions.contents(folder);

        Run run = run(folder, "TIFF", image, other);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("file of the results: " + other, "image of row Volume1", "folder");
        Map<String, String> after = FilePredictions.contents(folder);
        after.keySet().removeIf(name -> name.startsWith("flow"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void anImageWithTheHiddenNameOfAResultIsKept() throws IOException {
        Path image = Stacks.image(folder.resolve("a.tif"), 24, 16, 2);
        Path hidden = folder.resolve(".a_segmentation.tif.unfinished");
        Path other = Files.move(Stacks.image(folder.resolve("b.tif"), 24, 16, 2), hidden);
        String before = FilePredictions.hash(other);

        Run run = run(folder, "TIFF", image, other);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("file of the results: " + other, "image of row Volume1");
        assertThat(FilePredictions.hash(other)).isEqualTo(before);
    }

    @Test
    void resultsAreNotPutAmongTheSlicesOfAnInput() throws IOException {
        Path slices = Files.createDirectories(folder.resolve("slices"));
        Stacks.image(slices.resolve("z1.tif"), 24, 16, 1);
        Stacks.image(slices.resolve("z2.tif"), 24, 16, 1);

        Run run = run(slices, "TIFF", slices);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("slices_segmentation.tif", "image of row Volume0");
        assertThat(FilePredictions.visible(slices)).hasSize(2);
    }

    @Test
    void resultsMayLieBesideTheirImages() throws IOException {
        Path image = Stacks.image(folder.resolve("a.tif"), 24, 16, 2);

        for (int i = 0; i < 2; i++) {
            Run run = run(folder, "TIFF", image);
            run.assertOk();
        }

        assertThat(folder.resolve("a_segmentation.tif")).exists();
    }

    @Test
    void aPathThatLeadsNowhereIsFoundBeforeAnythingIsComputed() throws IOException {
        Path image = Stacks.image(folder.resolve("a.tif"), 24, 16, 2);
        Path missing = folder.resolve("gone.tif");
        Path results = folder.resolve("results");

        Run run = run(results, "TIFF", image, missing);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("image of row Volume1", missing.toString());
        assertThat(FilePredictions.visible(results)).isEmpty();
    }

    @Test
    void anEmptyPathIsNamedWithItsRow() throws IOException {
        Path image = Stacks.image(folder.resolve("a.tif"), 24, 16, 2);

        Run run = run(folder.resolve("results"), "TIFF", image, Path.of(""));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("path to the image of row Volume1");
        assertThat(FilePredictions.visible(folder.resolve("results"))).isEmpty();
    }

    @Test
    void volumesOfTheSameNameGetResultsOfTheirOwn() throws IOException {
        Path results = folder.resolve("results");
        Path first = Files.createDirectories(folder.resolve("first")).resolve("a.tif");
        Path second = Files.createDirectories(folder.resolve("second")).resolve("a.tif");

        Run run =
                run(
                        results,
                        "TIFF",
                        Stacks.image(first, 24, 16, 2),
                        Stacks.image(second, 32, 16, 2));

        run.assertOk();
        assertThat(FilePredictions.visible(results))
                .map(path -> path.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "a_segmentation.tif",
                        "a_probabilities.tif",
                        "a_2_segmentation.tif",
                        "a_2_probabilities.tif");
    }

    @Test
    void aTableWithoutRowsGivesNoResults() throws IOException {
        Run run = run(folder.resolve("results"), "TIFF");

        run.assertOk();
        assertThat(folder.resolve("results")).isEmptyDirectory();
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
        Path image = Stacks.image(folder.resolve("a.tif"), 24, 16, 2);
        Path results = Files.writeString(folder.resolve("results"), "not a folder");

        Run run = run(results, "TIFF", image);

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains(results.toString());
        assertThat(results).hasContent("not a folder");
    }
}
