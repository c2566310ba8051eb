package org.dlpixel.core.io;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.VoxelSize;

/**
 * What the first page's text says of a whole TIFF stack.
 *
 * @param order the pages it announces, if it announces any
 * @param voxelSize voxel size, or {@link VoxelSize#UNKNOWN}
 */
record StackDescription(Optional<PageOrder> order, VoxelSize voxelSize) {

    static final StackDescription NONE = new StackDescription(Optional.empty(), VoxelSize.UNKNOWN);

    /** Understands ImageJ, OME-XML and tifffile's JSON; anything else says nothing. */
    static StackDescription parse(List<String> texts, TiffPage page) {
        for (String text : texts) {
            if (text.startsWith("ImageJ=")) {
                return ImageJDescription.parse(text, page);
            }
            if (text.startsWith("{") && text.contains("\"shape\"")) {
                return ShapedDescription.parse(text, page);
            }
            if (text.contains("<OME") || text.contains(":OME")) {
                return OmeDescription.parse(text, page);
            }
        }
        return new StackDescription(Optional.empty(), page.centimetreSize());
    }
}
