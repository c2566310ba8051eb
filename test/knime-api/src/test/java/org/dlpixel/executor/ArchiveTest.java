package org.dlpixel.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir Path folder;

    private Path zip(String... names) throws IOException {
        Path file = folder.resolve("flow.knwf");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<config key=\"x\"/>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void anEntryOutsideOfTheArchiveIsRefusedAndNotWritten() throws IOException {
        BatchRun run = BatchRun.with("-workflowFile=" + zip("flow/workflow.knime", "../../evil"));

        assertThat(run.code()).isEqualTo(ExitCode.LOAD);
        assertThat(run.err()).contains("illegal entry of the archive: ../../evil");
    }

    @Test
    void anArchiveOfTwoWorkflowsIsRefused() throws IOException {
        BatchRun run =
                BatchRun.with("-workflowFile=" + zip("a/workflow.knime", "b/workflow.knime"));

        assertThat(run.code()).isEqualTo(ExitCode.LOAD);
    }

    @Test
    void anArchiveWithoutAWorkflowIsRefused() throws IOException {
        assertThat(BatchRun.with("-workflowFile=" + zip("readme.txt")).code())
                .isEqualTo(ExitCode.LOAD);
    }
}
