package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir Path folder;

    @Test
    void lookingWhetherAFolderCouldBeMadeMakesNothing() {
        OutputFolder.requirePlausible(folder.resolve("a/b"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> OutputFolder.requirePlausible(file.resolve("results")))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining("results")
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> OutputFolder.requireWritable(file.resolve("results")))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("x");
    }

    @Test
    void aWritableFolderIsMadeAndLeftEmpty() {
        Path results = folder.resolve("a/b");
        OutputFolder.requireWritable(results);
        assertThat(results).isEmptyDirectory();
    }
}
