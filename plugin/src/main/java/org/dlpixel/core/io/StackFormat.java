package org.dlpixel.core.io;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.io.zarr.ZarrVersion;

/** How stacks are stored on disk. */
public enum StackFormat {
    /** An uncompressed TIFF as ImageJ writes it; BigTIFF when 4 GB do not suffice. */
    TIFF(".tif") {
        @Override
        public StackWriter open(StackTarget target, String fingerprint) {
            return TiffStackWriter.open(target, fingerprint);
        }
    },

    /** OME-Zarr 0.4: a folder of Zarr 2 arrays. */
    OME_ZARR_0_4(".ome.zarr") {
        @Override
        public StackWriter open(StackTarget target, String fingerprint) {
            return OmeZarrWriter.open(target, ZarrVersion.V2, fingerprint);
        }
    },

    /** OME-Zarr 0.5: a folder of Zarr 3 arrays. */
    OME_ZARR_0_5(".ome.zarr") {
        @Override
        public StackWriter open(StackTarget target, String fingerprint) {
            return OmeZarrWriter.open(target, ZarrVersion.V3, fingerprint);
        }
    };

    private final String extension;

    StackFormat(String extension) {
        this.extension = extension;
    }

    /** The usual end of the file's name, with its dot. */
    public String extension() {
        return extension;
    }

    /** All that writing may replace: the output, and what belongs to it until it is complete. */
    public List<Path> written(Path path) {
        return Stream.concat(Stream.of(path), UnfinishedOutput.files(path).stream()).toList();
    }

    /**
     * Opens a writer, or goes on with what an earlier one left.
     *
     * @param fingerprint says all that the pixels depend on, e.g. model, settings and source; only
     *     an unfinished output of the same fingerprint is gone on with
     * @throws InvalidInput if the format cannot hold the target
     * @throws NotWritable naming the path and what is in the way, e.g. another writer of that path
     */
    public abstract StackWriter open(StackTarget target, String fingerprint);
}
