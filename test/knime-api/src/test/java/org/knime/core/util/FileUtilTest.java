package org.knime.core.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.dlpixel.executor.bridge.WorkflowAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;

class FileUtilTest {
    @TempDir private Path folder;

    private Path workflow;
    private WorkflowAccess.Scope scope;

    @BeforeEach
    void enterWorkflow() throws IOException {
        workflow = Files.createDirectories(folder.resolve("my flow"));
        Files.createDirectories(workflow.resolve("data"));
        Files.writeString(workflow.resolve("data/a b+c %.txt"), "here");
        scope = SharedSecrets.workflows().enter(workflow);
    }

    @AfterEach
    void leaveWorkflow() {
        scope.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "knime://knime.workflow/data/a b+c %.txt",
                "knime://knime.workflow/data/a%20b+c%20%25.txt",
                "knime://knime.workflow/data/../data/a b+c %25.txt"
            })
    void filesOfTheWorkflowAreFound(String location) throws Exception {
        assertThat(FileUtil.resolveToPath(FileUtil.toURL(location)))
                .isEqualTo(workflow.resolve("data/a b+c %.txt"));
        try (InputStream in = FileUtil.openInputStream(location)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("here");
        }
        try (InputStream in = FileUtil.toURL(location).openStream()) {
            assertThat(in.readAllBytes()).hasSize(4);
        }
    }

    @Test
    void aMissingFileHasAPathThatDoesNotExist() throws Exception {
        Path path = FileUtil.resolveToPath(FileUtil.toURL("knime://knime.workflow/data/none.tif"));

        assertThat(path).doesNotExist().isEqualTo(workflow.resolve("data/none.tif"));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> FileUtil.openInputStream("knime://knime.workflow/data/none.tif"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "knime://knime.workflow/../x.txt",
                "knime://knime.workflow/data/../../x.txt",
                "knime://knime.workflow/%2e%2e/x.txt"
            })
    void theWorkflowCannotBeLeft(String location) {
        assertThatIOException()
                .isThrownBy(() -> FileUtil.resolveToPath(FileUtil.toURL(location)))
                .withMessageContaining("must not leave the workflow");
    }

    @Test
    void otherKnimeLocationsAreRefused() {
        assertThatIOException()
                .isThrownBy(() -> FileUtil.resolveToPath(FileUtil.toURL("knime://LOCAL/x.txt")))
                .withMessageContaining("must begin with knime://knime.workflow/");
    }

    @Test
    void withoutWorkflowThereIsNoLocationInIt() {
        scope.close();

        assertThatIOException()
                .isThrownBy(
                        () ->
                                FileUtil.resolveToPath(
                                        FileUtil.toURL("knime://knime.workflow/data/x")))
                .withMessageContaining("no workflow is running");
    }

    @Test
    void theInnermostWorkflowCounts() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("inner"));

        try (WorkflowAccess.Scope innerScope = SharedSecrets.workflows().enter(inner)) {
            assertThat(innerScope).isNotNull();
            assertThat(FileUtil.resolveToPath(FileUtil.toURL("knime://knime.workflow/x")))
                    .isEqualTo(inner.resolve("x"));
        }
        assertThat(FileUtil.resolveToPath(FileUtil.toURL("knime://knime.workflow/x")))
                .isEqualTo(workflow.resolve("x"));
    }

    @Test
    void relativePathsLieInTheWorkingDirectory() throws Exception {
        assertThat(FileUtil.resolveToPath(FileUtil.toURL("some/file.tif")))
                .isEqualTo(Path.of("some/file.tif").toAbsolutePath());
    }

    @Test
    void pathsOfThisMachineKeepTheirSpaces() throws Exception {
        Path file = workflow.resolve("data/a b+c %.txt");

        assertThat(FileUtil.resolveToPath(FileUtil.toURL(file.toString()))).isEqualTo(file);
        assertThat(FileUtil.resolveToPath(FileUtil.toURL(file.toUri().toString()))).isEqualTo(file);
        assertThat(FileUtil.getFileFromURL(file.toUri().toURL())).isEqualTo(file.toFile());
    }

    @Test
    void otherMachinesHaveNoPath() throws Exception {
        assertThat(FileUtil.resolveToPath(URI.create("https://localhost/x").toURL())).isNull();
    }

    @Test
    void anUnknownProtocolIsRefused() {
        assertThatExceptionOfType(MalformedURLException.class)
                .isThrownBy(() -> FileUtil.toURL("nope://x"));
    }

    @Test
    void anEmptyLocationNamesNothing() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> FileUtil.openInputStream(" "))
                .withMessage("illegal location: ' ', must name a file");
    }

    @Test
    void temporaryFoldersAreDeletedWithAllTheyHold() throws IOException {
        File temporary = FileUtil.createTempDir("t", folder.toFile());
        Files.writeString(temporary.toPath().resolve("x"), "x");

        assertThat(FileUtil.deleteRecursively(temporary)).isTrue();
        assertThat(temporary).doesNotExist();
        assertThat(FileUtil.deleteRecursively(temporary)).isFalse();
    }
}
