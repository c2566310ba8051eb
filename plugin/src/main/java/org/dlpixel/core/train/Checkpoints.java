package org.dlpixel.core.train;

import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Where a training keeps its state, so that it can go on after an interruption.
 *
 * @param folder created if missing; holds one file, {@value #FILE}, and must be that of the same
 *     training or without one
 * @param minutes at least so long between two writings, 0 for every epoch; the last state is always
 *     written
 */
public record Checkpoints(Path folder, double minutes) {

    /** Name of the file in the folder. */
    public static final String FILE = "training.checkpoint";

    public Checkpoints {
        if (!(minutes >= 0)) {
            throw InvalidInput.of("time between checkpoints", minutes + " minutes", "0 or more");
        }
    }

    /** After every epoch. */
    public static Checkpoints everyEpoch(Path folder) {
        return new Checkpoints(folder, 0);
    }

    /** The same in a folder inside this one. */
    public Checkpoints in(String name) {
        return new Checkpoints(folder.resolve(name), minutes);
    }

    Path file() {
        return folder.resolve(FILE);
    }
}
