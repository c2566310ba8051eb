package org.dlpixel.nodes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.dlpixel.executor.bridge.WorkflowAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @TempDir Path folder;

    @Test
    void anAbsolutePathIsTakenAsItIs() {
        Path path = folder.resolve("my images").resolve("a b.tif");

        assertThat(Paths.resolve("image", path.toString())).isEqualTo(path);
        assertThat(Paths.resolve("image", "  " + path + " ")).isEqualTo(path);
        assertThat(Paths.resolve("image", path.toUri().toString())).isEqualTo(path);
    }

    @Test
    void aRelativePathLiesInTheWorkingDirectory() {
        assertThat(Paths.resolve("image", "a/../b.tif"))
                .isEqualTo(Path.of("b.tif").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "knime://knime.workflow/data/my%20images/a.tif",
                "knime://knime.workflow/data/my images/a.tif"
            })
    void aPathInsideTheWorkflowIsFound(String text) {
        try (WorkflowAccess.Scope scope = SharedSecrets.workflows().enter(folder)) {
            assertThat(scope).isNotNull();
            assertThat(Paths.resolve("image", text))
                    .isEqualTo(folder.resolve("data").resolve("my images").resolve("a.tif"));
        }
    }

    @Test
    void aPathOutOfTheWorkflowIsRefused() {
        try (WorkflowAccess.Scope scope = SharedSecrets.workflows().enter(folder)) {
            assertThat(scope).isNotNull();
            String text = "knime://knime.workflow/../../a.tif";
            assertThatThrownBy(() -> Paths.resolve("image", text))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("Illegal image: " + text);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void nothingIsNoPath(String text) {
        assertThatThrownBy(() -> Paths.resolve("truth", text))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Illegal truth: '', must be a path.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a.tif", "nonsense://a/b", "a\0b"})
    void whatIsNotOnThisMachineIsNamed(String text) {
        assertThatThrownBy(() -> Paths.resolve("image", text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("Illegal image: " + text);
    }
}
