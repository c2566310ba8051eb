package org.dlpixel.nodes.convert;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.ProgressSink;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.CanceledExecutionException;

class KnimeProgressTest {

    @TempDir Path folder;

    @Test
    void aCancelledNodeCancelsTheCore() {
        ProgressSink cancelled =
                new ProgressSink() {
                    @Override
                    public void report(double fraction, String message) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        KnimeProgress progress =
                new KnimeProgress(
                        SharedSecrets.contexts()
                                .create(new NodeStorage(folder, "node"), cancelled));

        assertThatThrownBy(progress::checkCancelled)
                .isInstanceOf(Cancelled.class)
                .hasCauseInstanceOf(CanceledExecutionException.class);
    }
}
