package org.dlpixel.nodes.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @TempDir Path folder;
    private Path chunk;

    @BeforeEach
    void writeTree() throws IOException {
        chunk = folder.resolve("image.ome.zarr/0/c/3/0");
        Files.createDirectories(chunk.getParent());
        write(chunk, "pixels");
        write(folder.resolve("image.ome.zarr/zarr.json"), "{}");
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    }

    private String fingerprint() {
        return Fingerprint.ofFiles(folder.resolve("image.ome.zarr"), folder);
    }

    @Test
    void theSameFilesHaveTheSameFingerprint() {
        assertThat(fingerprint()).isEqualTo(fingerprint()).contains("2 files");
    }

    @Test
    void anotherTimeDeepInsideIsNoticed() throws IOException {
        String before = fingerprint();
        Files.setLastModifiedTime(chunk, FileTime.fromMillis(2_000_000));
        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void anotherSizeDeepInsideIsNoticed() throws IOException {
        String before = fingerprint();
        write(chunk, "more pixels");
        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void aFileThatMovesIsNoticed() throws IOException {
        String before = fingerprint();
        Files.move(chunk, chunk.resolveSibling("1"));
        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void aFileOfItsOwnIsLookedAt() throws IOException {
        String before = Fingerprint.ofFiles(chunk, folder);
        Files.setLastModifiedTime(chunk, FileTime.fromMillis(2_000_000));
        assertThat(Fingerprint.ofFiles(chunk, folder)).isNotEqualTo(before).contains("1 files");
    }

    /** Or else an interrupted prediction would never go on. */
    @Test
    void resultsInsideTheFolderAreNoPartOfIt() throws IOException {
        Path image = folder.resolve("image.ome.zarr");
        Path results = Files.createDirectories(image.resolve("results"));
        String before = Fingerprint.ofFiles(image, results);
        write(results.resolve(".image_segmentation.tif.unfinished"), "pixels");
        assertThat(Fingerprint.ofFiles(image, results)).isEqualTo(before).contains("2 files");
    }

    @Test
    void whatIsNotThereIsNamed() {
        Path gone = folder.resolve("gone");
        assertThatThrownBy(() -> Fingerprint.ofFiles(gone, folder))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(gone.toString());
    }
}
