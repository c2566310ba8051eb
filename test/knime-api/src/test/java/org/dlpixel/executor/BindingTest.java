package org.dlpixel.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.dlpixel.executor.nodes.BehaveFactory;
import org.dlpixel.executor.nodes.BehaveFactory.Action;
import org.dlpixel.executor.nodes.PassFactory;
import org.dlpixel.executor.nodes.Trace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindingTest {
    @TempDir Path folder;

    @BeforeEach
    void forget() {
        Trace.clear();
    }

    private static WorkflowWriter chain() {
        return new WorkflowWriter()
                .node(1, BehaveFactory.class, BatchTest.behave(Action.NORMAL))
                .node(2, PassFactory.class, model -> model.addString("suffix", "!"))
                .connect(1, 1, 2, 1);
    }

    private BatchRun run(WorkflowWriter workflow, String... arguments) throws IOException {
        return BatchRun.of(workflow.write(folder.resolve("flow")), arguments);
    }

    @Test
    void aStringVariableBecomesAnEnum() throws IOException {
        run(chain().stringVariable("a", "WARNING").bind(1, "action", "a", null));

        assertThat(Trace.lines()).contains("configure WARNING stored");
    }

    @Test
    void anExposedSettingReachesLaterNodes() throws IOException {
        run(
                chain().stringVariable("t", "given")
                        .bind(1, "text", "t", "shown")
                        .bind(2, "suffix", "shown", null));

        assertThat(Trace.lines()).contains("pass givengiven");
    }

    @Test
    void anExposedSettingReachesNodesConnectedByTheirVariablePorts() throws IOException {
        run(
                chain().bind(1, "text", null, "shown")
                        .node(3, BehaveFactory.class, BatchTest.behave(Action.NORMAL))
                        .bind(3, "text", "shown", null)
                        .connect(1, 0, 3, 0),
                "-option=1,text,other,String");

        assertThat(Trace.lines()).filteredOn("configure NORMAL other"::equals).hasSize(2);
    }

    @Test
    void anUnknownVariableLeavesTheNodeIdleWithAWarning() throws IOException {
        BatchRun run = run(chain().bind(2, "suffix", "nowhere", null));

        assertThat(run.code()).isEqualTo(ExitCode.EXECUTION);
        assertThat(run.out()).contains("WARN  Node (#2): no variable 'nowhere'");
    }

    @Test
    void aVariableThatNoSettingUsesChangesNothing() throws IOException {
        assertThat(run(chain(), "-workflow.variable=spare,1,int").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aBoundSettingThatDoesNotExistLeavesTheNodeIdle() throws IOException {
        BatchRun run = run(chain().intVariable("i", 1).bind(1, "typo", "i", null));

        assertThat(run.code()).isEqualTo(ExitCode.EXECUTION);
        assertThat(run.out()).contains("no setting 'typo'");
    }
}
