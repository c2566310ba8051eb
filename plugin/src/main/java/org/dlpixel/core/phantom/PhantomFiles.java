package org.dlpixel.core.phantom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.TiffWriter;

/**
 * Writes a phantom as {@code image.tif}, {@code sparse_labels.tif} and {@code truth.tif}.
 *
 * <p>A fourth file, {@code phantom.stamp}, names the settings they were made with: they are only
 * made again if it says something else.
 */
public final class PhantomFiles {

    private static final String IMAGE = "image.tif";
    private static final String LABELS = "sparse_labels.tif";
    private static final String TRUTH = "truth.tif";
    private static final String STAMP = "phantom.stamp";

    private PhantomFiles() {}

    /**
     * Writes the default phantom.
     *
     * @param args the folder and, if wanted, the seed
     */
    public static void main(String[] args) {
        if (args.length < 1 || args.length > 2) {
            throw new InvalidInput("Illegal arguments: the folder and, if wanted, the seed.");
        }
        VesselPhantomSettings settings = VesselPhantomSettings.defaults();
        if (args.length == 2) {
            settings = settings.withSeed(Long.parseLong(args[1]));
        }
        write(Path.of(args[0]), settings, Progress.none());
    }

    /**
     * Brings the files of a folder up to date.
     *
     * @return whether anything had to be written
     * @throws NotWritable if the folder or a file cannot be written
     */
    public static boolean write(Path folder, VesselPhantomSettings settings, Progress progress) {
        String stamp = "version=" + VesselPhantom.VERSION + " " + settings + "\n";
        if (isUpToDate(folder, stamp)) {
            return false;
        }
        removeStamp(folder);
        VesselPhantom phantom = VesselPhantom.generate(settings, progress);
        write(folder.resolve(IMAGE), phantom.image());
        write(folder.resolve(LABELS), phantom.labels());
        write(folder.resolve(TRUTH), phantom.truth());
        AtomicFile.write(folder.resolve(STAMP), stamp.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private static boolean isUpToDate(Path folder, String stamp) {
        boolean all =
                Files.exists(folder.resolve(IMAGE))
                        && Files.exists(folder.resolve(LABELS))
                        && Files.exists(folder.resolve(TRUTH));
        try {
            return all && Files.readString(folder.resolve(STAMP)).equals(stamp);
        } catch (IOException e) {
            // Without a readable stamp the files are made again.
            return false;
        }
    }

    /** So that nothing vouches for the files while they change. */
    private static void removeStamp(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(STAMP));
        } catch (IOException e) {
            throw new NotWritable("Cannot write " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private static void write(Path file, SliceSource stack) {
        VolumeShape shape = stack.shape();
        float[] slice = new float[shape.plane()];
        try (TiffWriter out =
                TiffWriter.create(file, shape, stack.pixelType(), stack.voxelSize())) {
            for (int z = 0; z < shape.slices(); z++) {
                stack.read(z, slice);
                out.write(z, slice);
            }
        }
    }
}
