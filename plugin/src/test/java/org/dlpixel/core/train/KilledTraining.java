package org.dlpixel.core.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.Weights;

/**
 * A program that trains with checkpoints in a folder and writes the weights to a file beside it.
 *
 * <p>Arguments: the folder; then the epoch in which it creates the file "waiting" and waits to be
 * killed, if it is to.
 */
final class KilledTraining {

    static final String WEIGHTS = "weights";
    static final String WAITING = "waiting";

    private KilledTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Progress progress =
                arguments.length == 1
                        ? Progress.none()
                        : new Interruption(
                                Integer.parseInt(arguments[1]),
                                () -> waitForTheEnd(folder.resolveSibling(WAITING)));
        Trainer trainer =
                new Trainer(Small.NETWORK, Small.SETTINGS).keeping(Checkpoints.everyEpoch(folder));
        Weights weights = Small.train(trainer, Small.SETTINGS, progress).model().weights();
        Files.write(folder.resolveSibling(WEIGHTS), bytes(weights));
    }

    static byte[] bytes(Weights weights) {
        ByteBuffer buffer = ByteBuffer.allocate(weights.size() * Float.BYTES);
        buffer.asFloatBuffer().put(weights.values());
        return buffer.array();
    }

    private static void waitForTheEnd(Path marker) {
        try {
            Files.createFile(marker);
            Thread.sleep(600_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("Nobody killed this program");
    }
}
