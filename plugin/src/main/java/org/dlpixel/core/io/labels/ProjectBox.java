package org.dlpixel.core.io.labels;

import java.util.Optional;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;

/**
 * One labelled rectangle of a project folder.
 *
 * @param image name of the image without its extension
 * @param crop name, without extension, of the files that hold its crops, if there are such files
 * @param roi where it lies in the image; empty for the whole image
 * @param split training or validation
 */
record ProjectBox(String image, Optional<String> crop, Optional<Roi> roi, Split split) {

    /** How messages name it. */
    String describe() {
        return crop.orElse(image) + roi.map(r -> ", ROI " + r).orElse("");
    }
}
