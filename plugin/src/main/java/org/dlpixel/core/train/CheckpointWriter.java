package org.dlpixel.core.train;

import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes the checkpoints of one training when they are due. */
final class CheckpointWriter {

    private final Optional<Checkpoints> where;
    private final TrainingTask task;
    private final Optional<Fingerprint> fingerprint;
    private long written = System.nanoTime();

    CheckpointWriter(Optional<Checkpoints> where, TrainingTask task) {
        this.where = where;
        this.task = task;
        this.fingerprint = where.map(w -> Fingerprint.of(task));
    }

    /**
     * The last checkpoint of the same training, if there is one.
     *
     * @throws org.dlpixel.core.image.PixelClassificationException.InvalidInput if the folder holds
     *     one of another training
     * @throws org.dlpixel.core.image.PixelClassificationException.Unreadable if it is damaged
     */
    Optional<Checkpoint> read() {
        return where.filter(w -> Files.exists(w.file()))
                .map(w -> CheckpointFile.read(w.file(), fingerprint.orElseThrow(), task.network()));
    }

    /** Writes if it is time. */
    void write(Supplier<Checkpoint> checkpoint, boolean last) {
        if (where.isPresent() && (last || isDue())) {
            CheckpointFile.write(where.get().file(), fingerprint.orElseThrow(), checkpoint.get());
            written = System.nanoTime();
        }
    }

    private boolean isDue() {
        return System.nanoTime() - written >= where.orElseThrow().minutes() * 60e9;
    }
}
