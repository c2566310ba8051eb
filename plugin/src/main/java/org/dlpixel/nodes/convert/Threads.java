package org.dlpixel.nodes.convert;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/** The setting how many threads compute. */
public final class Threads {

    private static final int MOST = 1024;

    private Threads() {}

    /**
     * @param setting 0 for all cores of the machine
     * @throws InvalidInput if it is negative or above 1024
     */
    public static int of(int setting) {
        if (setting < 0 || setting > MOST) {
            throw InvalidInput.of("number of threads", setting, "from 0 (all cores) to " + MOST);
        }
        return setting == 0 ? Runtime.getRuntime().availableProcessors() : setting;
    }
}
