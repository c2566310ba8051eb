package org.dlpixel.core.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir Path folder;

    @Test
    void aFileAppearsWithItsFoldersAndNothingElse() throws IOException {
        Path file = folder.resolve("a/b/c.txt");
        AtomicFile.write(file, "content".getBytes(UTF_8));
        assertThat(file).hasContent("content");
        assertThat(file.getParent()).isDirectoryContaining(p -> p.equals(file));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFailedWriteLeavesTheOldFileAlone() throws IOException {
        Path file = folder.resolve("kept.txt");
        Files.writeString(file, "old");
        AtomicFile.Content broken =
                temporary -> {
                    Files.writeString(temporary, "half");
                    throw new IOException("disk full");
                };
        assertThatThrownBy(() -> AtomicFile.write(file, broken))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining("kept.txt")
                .hasMessageContaining("disk full");
        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anExistingFileIsReplaced() throws IOException {
        Path file = folder.resolve("new.txt");
        Files.writeString(file, "old");
        AtomicFile.write(file, "new".getBytes(UTF_8));
        assertThat(file).hasContent("new");
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> AtomicFile.write(notAFolder.resolve("c.txt"), new byte[1]))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining(notAFolder.toString());
        assertThat(notAFolder).hasContent("x");
    }
}
