package org.dlpixel.core.predict;

import org.dlpixel.core.image.PixelClassificationException.Cancelled;

/** Asked between tiles whether to go on. */
@FunctionalInterface
interface Stop {

    /** Goes on for ever. */
    Stop NEVER = () -> {};

    /**
     * @throws Cancelled if not
     */
    void check();
}
