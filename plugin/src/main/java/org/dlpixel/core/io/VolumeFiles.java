package org.dlpixel.core.io;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.io.zarr.ZarrGroup;

/** Opens volumes of any kind that is understood, by their content. */
public final class VolumeFiles {

    private VolumeFiles() {}

    /**
     * Opens a TIFF, BigTIFF or OME-TIFF stack, an image, a folder of slice images, or an OME-Zarr
     * image (0.1 to 0.5, or one of its label images or arrays).
     *
     * @param path a file or a folder
     * @throws Unreadable naming the path: it is missing, empty, damaged or nothing of these
     */
    public static SliceSource open(Path path) {
        if (!Files.isDirectory(path)) {
            return ImageFiles.open(path);
        }
        return ZarrGroup.isNode(path) ? OmeZarrStack.open(path) : FolderStack.open(path);
    }

    /** Whether a path is a folder that {@link #open} reads as OME-Zarr. */
    public static boolean isZarr(Path path) {
        return ZarrGroup.isNode(path);
    }
}
