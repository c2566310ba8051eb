package org.dlpixel.install;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.StackFormat;
import org.dlpixel.core.io.StackTarget;
import org.dlpixel.core.io.StackWriter;
import org.dlpixel.core.io.VolumeFiles;

/**
 * An OME-Zarr image written and read again with the packaged compression, which reaches below the
 * Java API. Runs inside the installed plug-in like {@link TrainingProbe}.
 */
public final class StorageProbe implements Callable<float[]> {

    private final Path file;

    /**
     * @param file the folder to write
     */
    public StorageProbe(Path file) {
        this.file = file;
    }

    /** The pixels that were read: 0, 1, 2, 3. */
    @Override
    public float[] call() {
        VolumeShape shape = new VolumeShape(2, 2, 1, 1);
        StackTarget target = StackTarget.labels(file, shape, VoxelSize.UNKNOWN, List.of());
        try (StackWriter out = StackFormat.OME_ZARR_0_5.open(target, "")) {
            out.write(0, new byte[] {0, 1, 2, 3});
            out.complete();
        }
        try (SliceSource in = VolumeFiles.open(file)) {
            return in.slice(0).pixels();
        }
    }
}
