package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.ProgressSink;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionMonitorTest {
    @TempDir private Path folder;

    private final Recorder recorder = new Recorder();

    @Test
    void partsOfTheWorkFollowEachOther() {
        ExecutionContext context = context();

        ExecutionMonitor first = context.createSubProgress(0.25);
        first.setProgress(0.5, "first");
        ExecutionMonitor second = context.createSubProgress(0.75);
        second.setProgress(1, "second");

        assertThat(recorder.fractions).hasSize(2);
        assertThat(recorder.fractions.get(0)).isCloseTo(0.125, within(1e-12));
        assertThat(recorder.fractions.get(1)).isCloseTo(1, within(1e-12));
        assertThat(recorder.messages).containsExactly("first", "second");
    }

    @Test
    void progressNeverGoesBack() {
        ExecutionContext context = context();

        context.setProgress(0.5);
        context.setProgress(0.2);
        context.setProgress(Double.NaN);
        context.setProgress(7);

        assertThat(recorder.fractions).containsExactly(0.5, 0.5, 0.5, 1.0);
    }

    @Test
    void aSilentPartSaysNothing() {
        context().createSilentSubProgress(0.5).setProgress(1, "secret");

        assertThat(recorder.messages).containsExactly("");
    }

    @Test
    void aCancelledNodeIsStoppedInEveryPart() throws CanceledExecutionException {
        ExecutionMonitor part = context().createSubProgress(0.5);

        part.checkCanceled();
        recorder.cancelled = true;

        assertThatExceptionOfType(CanceledExecutionException.class).isThrownBy(part::checkCanceled);
    }

    private ExecutionContext context() {
        return SharedSecrets.contexts().create(new NodeStorage(folder, "node"), recorder);
    }

    private static final class Recorder implements ProgressSink {
        private final List<Double> fractions = new ArrayList<>();
        private final List<String> messages = new ArrayList<>();
        private boolean cancelled;

        @Override
        public void report(double fraction, String message) {
            fractions.add(fraction);
            messages.add(message);
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
