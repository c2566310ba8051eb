package org.dlpixel.core.io.labels;

import java.util.Locale;
import org.dlpixel.core.image.Split;

/** Names within a patches folder; the space is the original's. */
final class PatchesLayout {

    static final String INFO = "info.json";

    private PatchesLayout() {}

    static String images(Split split) {
        return split == Split.VALIDATION ? "input_validation0" : "input0";
    }

    static String truth(Split split, int layer) {
        return (split == Split.VALIDATION ? "ground truth_validation" : "ground truth") + layer;
    }

    /** As later programs of the same family write it. */
    static String truthWithoutSpace(Split split, int layer) {
        return truth(split, layer).replace(' ', '_');
    }

    static String file(String base, int number) {
        return String.format(Locale.ROOT, "%s_%05d.tif", base, number);
    }
}
