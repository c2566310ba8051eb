package org.dlpixel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PythonCheckTest {

    @Test
    void aProgramThatIsMissingIsNoPython() throws Exception {
        assertThat(PythonCheck.isPython(Path.of("nowhere", "python").toString())).isFalse();
    }

    @Test
    void aProgramThatRunsNoPythonIsNoPython() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(PythonCheck.isPython(java)).isFalse();
    }
}
