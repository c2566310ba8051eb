package org.dlpixel.core.predict;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.InputSize;
import org.dlpixel.core.network.TileRule;

/** Which sizes of pieces a network takes. */
final class PieceSizes {

    private PieceSizes() {}

    /**
     * @throws InvalidInput unless the network takes pieces of that size
     */
    static void requireTakes(TileRule rule, int width, int height) {
        if (rule instanceof TileRule.Sized sized) {
            requireOneOf(sized.width(), width);
            requireOneOf(sized.height(), height);
        } else {
            int multiple =
                    rule instanceof TileRule.Aligned aligned
                            ? aligned.field().multiple()
                            : ((TileRule.Whole) rule).multiple();
            if (width % multiple != 0 || height % multiple != 0) {
                throw InvalidInput.of(
                        "window size",
                        width + " x " + height,
                        "multiples of " + multiple + " for this network");
            }
        }
    }

    private static void requireOneOf(InputSize size, int extent) {
        if (size.atLeast(extent) != extent) {
            throw InvalidInput.of(
                    "side of windows",
                    extent,
                    size.min()
                            + (size.step() == 0 ? "" : " or more in steps of " + size.step())
                            + " for this network");
        }
    }

    /**
     * @throws InvalidInput unless pieces may be turned by 90 degrees
     */
    static void requireTurns(TileRule rule) {
        if (rule instanceof TileRule.Sized sized && !sized.width().equals(sized.height())) {
            throw new InvalidInput(
                    "Illegal test-time augmentation: rotations, must be none or flips because this"
                            + " network takes other widths than heights.");
        }
    }
}
