package org.dlpixel.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.dlpixel.executor.nodes.Trace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the workflow that a real KNIME saved. */
class SavedWorkflowTest {
    @BeforeEach
    void forget() {
        Trace.clear();
    }

    private static Path workflow(String state) throws URISyntaxException {
        return Path.of(
                SavedWorkflowTest.class.getResource("/knime-saved-workflow/" + state).toURI());
    }

    @Test
    void theWorkflowRunsWithItsVariablesModelPortAndDynamicPorts() throws URISyntaxException {
        BatchRun run = BatchRun.of(workflow("idle"), "-reset", "-nosave", "-failonloaderror");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(Trace.lines())
                .contains(
                        "source rows=4 string=from workflow double=2.5 group.x=4 ctor=from-input",
                        "predictor column=Img",
                        "predictor rows=4 model=sample model epochs=2",
                        "dynamic inputs=1",
                        "dynamic inputs=4");
    }

    @Test
    void anExecutedWorkflowRunsAgain() throws URISyntaxException {
        assertThat(BatchRun.of(workflow("executed"), "-failonloaderror").code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void variablesFromTheCommandLineReplaceThoseOfTheWorkflow() throws URISyntaxException {
        BatchRun.of(
                workflow("idle"),
                "-workflow.variable=my_int,7,int",
                "-workflow.variable=my_string,a, b,String",
                "-workflow.variable=my_double,1e3,double");

        assertThat(Trace.lines())
                .contains("source rows=7 string=a, b double=1000.0 group.x=7 ctor=from-input");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-workflow.variable=my_int,2.5,double",
                "-workflow.variable=my_int,7,String",
                "-workflow.variable=my_double,x,String"
            })
    void aVariableOfATypeThatItsSettingDoesNotTakeEndsWithFour(String variable)
            throws URISyntaxException {
        BatchRun run = BatchRun.of(workflow("idle"), variable);

        assertThat(run.code()).isEqualTo(ExitCode.EXECUTION);
        assertThat(run.out()).contains("WARN  Sample Source (#1): illegal type of variable");
    }

    @Test
    void anIntVariableFitsADoubleSetting() throws URISyntaxException {
        BatchRun.of(workflow("idle"), "-workflow.variable=my_double,3,int");

        assertThat(Trace.lines()).anyMatch(line -> line.contains("double=3.0"));
    }

    @Test
    void aVariableThatValidateRefusesEndsWithFour() throws URISyntaxException {
        BatchRun run = BatchRun.of(workflow("idle"), "-workflow.variable=my_int,-1,int");

        assertThat(run.code()).isEqualTo(ExitCode.EXECUTION);
        assertThat(run.out()).contains("rows must not be negative");
    }

    @Test
    void aBoundSettingStaysWithItsVariableWhateverTheOptionSays() throws URISyntaxException {
        BatchRun.of(workflow("idle"), "-option=1,rows,9,int", "-option=1,group/y,z,String");

        assertThat(Trace.lines()).anyMatch(line -> line.startsWith("source rows=4 "));
    }
}
