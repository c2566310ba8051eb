package org.dlpixel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.dlpixel.benchmark.Options.Task;
import org.dlpixel.benchmark.Options.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutArgumentsEverythingIsMeasured() {
        Options options = Options.parse(List.of());

        assertThat(options.task()).isEqualTo(Task.ALL);
        assertThat(options.folders()).isEmpty();
        assertThat(options.counts("seeds", List.of(1, 2, 3))).containsExactly(1, 2, 3);
    }

    @Test
    void everyPartFindsItsPlace() {
        Options options =
                Options.parse(
                        List.of(
                                "learning-curve",
                                "--seeds=4,5",
                                "--output=a=b",
                                "-option=3,epochs,2,int",
                                "my stacks"));

        assertThat(options.task()).isEqualTo(Task.LEARNING_CURVE);
        assertThat(options.counts("seeds", List.of())).containsExactly(4, 5);
        assertThat(options.text("output")).contains("a=b");
        assertThat(options.workflow()).containsExactly("-option=3,epochs,2,int");
        assertThat(options.folders()).containsExactly(Path.of("my stacks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed=1", "--steps", "-nosave", "--=1"})
    void unknownOptionsAreRefused(String argument) {
        assertThatThrownBy(() -> Options.parse(List.of(argument)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(argument);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "many", "", "1,"})
    void countsAreAboveZero(String value) {
        Options options = Options.parse(List.of("--steps=" + value));

        assertThatThrownBy(() -> options.counts("steps", List.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("above 0");
    }
}
