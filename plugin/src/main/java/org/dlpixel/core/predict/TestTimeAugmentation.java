package org.dlpixel.core.predict;

import java.util.List;
import org.dlpixel.core.tile.Symmetry;

/**
 * In which positions a slice is shown to the network. The probabilities of all of them are
 * averaged, so that the time grows with their number.
 */
public enum TestTimeAugmentation {

    /** As it is. */
    NONE,

    /** Mirrored along x, along y, along both, and as it is: 4. */
    FLIPS,

    /** Turned by 0, 90, 180 and 270 degrees: 4. */
    ROTATIONS,

    /** All flips and rotations by 90 degrees: 8. */
    FLIPS_AND_ROTATIONS;

    /** The positions, each once. */
    public List<Symmetry> symmetries() {
        return switch (this) {
            case NONE -> List.of(Symmetry.IDENTITY);
            case FLIPS -> Symmetry.FLIPS;
            case ROTATIONS -> Symmetry.ROTATIONS;
            case FLIPS_AND_ROTATIONS -> Symmetry.ALL;
        };
    }

    /** Whether x and y are exchanged in one of them. */
    boolean turns() {
        return symmetries().stream().anyMatch(Symmetry::transpose);
    }
}
