package org.dlpixel.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.executor.nodes.BehaveFactory;
import org.dlpixel.executor.nodes.BehaveFactory.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir Path folder;

    private Path workflow() throws IOException {
        return new WorkflowWriter()
                .node(1, BehaveFactory.class, BatchTest.behave(Action.NORMAL))
                .write(folder.resolve("flow"));
    }

    @Test
    void theOptionsOfKnimeAndItsLauncherAreAccepted() throws IOException {
        BatchRun run =
                BatchRun.of(
                        workflow(),
                        "-nosplash",
                        "-consoleLog",
                        "-reset",
                        "-nosave",
                        "-nodialog",
                        "-application",
                        "org.knime.product.KNIME_BATCH_APPLICATION",
                        "-preferences=prefs.epf");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-workflow.variable=v,1,Integer",
                "-workflow.variable=v,1,long",
                "-workflow.variable=v,x,int",
                "-workflow.variable=v,1.5,int",
                "-workflow.variable=v,x,double",
                "-workflow.variable=v,1",
                "-workflow.variable=",
                "-workflow.variable=,1,int",
                "-option=1,text,x",
                "-option=one,text,x,String",
                "-option=1,text,x,Text",
                "-option=1,text,x,int",
                "-workflowFile=other.knwf",
                "-destDir=",
                "-unknown",
                "-unknown=1"
            })
    void aWrongOptionEndsWithTwo(String argument) throws IOException {
        BatchRun run = BatchRun.of(workflow(), argument);

        assertThat(run.code()).isEqualTo(ExitCode.PARAMETERS);
        assertThat(run.err()).contains("exit code 2");
        assertThat(run.out()).contains("Usage: ");
    }

    @Test
    void noWorkflowEndsWithTwo() {
        assertThat(BatchRun.with("-nosave").code()).isEqualTo(ExitCode.PARAMETERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-workflowDir=", "-workflowFile="})
    void aWorkflowThatDoesNotExistEndsWithTwo(String option) {
        BatchRun run = BatchRun.with(option + folder.resolve("nowhere"));

        assertThat(run.code()).isEqualTo(ExitCode.PARAMETERS);
        assertThat(run.err()).contains("nowhere");
    }

    @Test
    void aFolderWithoutAWorkflowEndsWithThree() {
        assertThat(BatchRun.of(folder).code()).isEqualTo(ExitCode.LOAD);
    }

    @Test
    void aBrokenSettingsFileEndsWithThreeAndItsName() throws IOException {
        Path workflow = workflow();
        Files.writeString(workflow.resolve("Node (#1)/settings.xml"), "<config");

        BatchRun run = BatchRun.of(workflow);

        assertThat(run.code()).isEqualTo(ExitCode.LOAD);
        assertThat(run.err()).contains("settings.xml");
    }
}
