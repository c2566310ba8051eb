package org.dlpixel.core.io.labels;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelEncoding;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PendingFile;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.io.FileTrees;
import org.dlpixel.core.io.OutputFolder;
import org.dlpixel.core.io.PlainTiff;

/**
 * Writes a patches folder that napari-easy-augment-batch-dl trains on.
 *
 * <pre>
 * info.json                 {"num_inputs": 1, "num_truths": 1, "sub_sample": 1, "axes": "YX", ...}
 * input0/                   NAME_00000.tif: normalised intensities, float32; (Y, X) or (Y, X, C)
 * ground truth0/            NAME_00000.tif: uint16; 0 unlabelled, 1 background, 2.. classes
 * input_validation0/, ground truth_validation0/     the same, held out; only if there are any
 * </pre>
 *
 * <p>All patches have one size, as that program wants it. The folder is written under a hidden name
 * beside its own, {@code .NAME.unfinished}, and appears when it is complete; it takes the place of
 * an earlier one as a whole, never mixes with it, and never replaces what somebody else wrote.
 */
public final class PatchesWriter implements AutoCloseable {

    private static final int LONGEST = 120;

    private final Path target;
    private final Path unfinished;
    private final Map<Split, Integer> counts = new EnumMap<>(Split.class);
    private final Map<String, Integer> next = new HashMap<>();
    private Optional<FloatImage> first = Optional.empty();
    private boolean complete;

    /**
     * Checks, without touching anything, that a folder may be written: it does not exist, is empty,
     * or holds nothing but patches that this class wrote.
     *
     * @throws NotWritable naming what is in the way
     */
    public static void requirePossible(Path folder) {
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            throw new NotWritable("Cannot write the patches folder " + folder + ".", null);
        }
        OutputFolder.requirePlausible(parent);
        if (Files.exists(folder)) {
            PatchesOwnership.require(folder);
        }
    }

    /**
     * Begins a folder; what an interrupted run left is deleted.
     *
     * @throws NotWritable as {@link #requirePossible}, or if the disk refuses
     */
    public static PatchesWriter create(Path folder) {
        requirePossible(folder);
        PatchesWriter writer = new PatchesWriter(folder.toAbsolutePath().normalize());
        try {
            FileTrees.delete(writer.unfinished);
            PendingFile.createFolder(writer.unfinished);
        } catch (IOException e) {
            throw writer.notWritable(e);
        }
        return writer;
    }

    private PatchesWriter(Path target) {
        this.target = target;
        this.unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
    }

    /**
     * Writes one patch.
     *
     * @param name of its image, shared by all its patches, which are numbered; unusual characters
     *     become underscores
     * @param split which pair of folders it goes to
     * @param image normalised intensities with one or three channels, as large as the first one
     * @throws NotWritable if the disk is full or otherwise refuses
     */
    public void write(String name, Split split, FloatImage image, LabelMask labels) {
        requireFit(name, image, labels);
        String base = base(name);
        int number = next.merge(split + base.toLowerCase(Locale.ROOT), 1, Integer::sum) - 1;
        String file = PatchesLayout.file(base, number);
        try {
            Path images = unfinished.resolve(PatchesLayout.images(split));
            Path truths = unfinished.resolve(PatchesLayout.truth(split, 0));
            Files.createDirectories(images);
            Files.createDirectories(truths);
            PlainTiff.write(images.resolve(file), image, PixelType.FLOAT32);
            PlainTiff.write(truths.resolve(file), values(labels), PixelType.UINT16);
        } catch (IOException e) {
            throw notWritable(e);
        }
        counts.merge(split, 1, Integer::sum);
        first = first.or(() -> Optional.of(image));
    }

    /**
     * Moves the folder into place.
     *
     * @throws InvalidInput if there is no patch for training
     * @throws NotWritable if it cannot be moved
     */
    public void complete() {
        if (!counts.containsKey(Split.TRAIN)) {
            throw InvalidInput.of("number of training patches for " + target, 0, "1 or more");
        }
        try {
            Files.writeString(unfinished.resolve(PatchesLayout.INFO), info());
            if (Files.exists(target)) {
                PatchesOwnership.require(target);
            }
            FileTrees.replace(unfinished, target);
        } catch (IOException e) {
            throw notWritable(e);
        }
        complete = true;
    }

    /** Deletes what was written, unless it is complete. */
    @Override
    public void close() {
        if (!complete) {
            try {
                FileTrees.delete(unfinished);
            } catch (IOException ignored) {
                // The next run deletes it, and the caller knows why this one was given up.
            }
        }
    }

    private String info() {
        JsonObject info = new JsonObject();
        info.addProperty("num_inputs", 1);
        info.addProperty("num_truths", 1);
        info.addProperty("sub_sample", 1);
        info.addProperty("axes", first.orElseThrow().channels() == 1 ? "YX" : "YXC");
        PatchesOwnership.sign(
                info,
                counts.getOrDefault(Split.TRAIN, 0),
                counts.getOrDefault(Split.VALIDATION, 0));
        return new Gson().toJson(info);
    }

    private void requireFit(String name, FloatImage image, LabelMask labels) {
        if (image.channels() != 1 && image.channels() != 3) {
            throw InvalidInput.of(
                    "number of channels of the patches of " + name,
                    image.channels(),
                    "1 or 3 for a patches folder");
        }
        FloatImage other = first.orElse(image);
        if (image.width() != other.width()
                || image.height() != other.height()
                || image.channels() != other.channels()
                || labels.width() != image.width()
                || labels.height() != image.height()) {
            throw InvalidInput.of(
                    "size of a patch of " + name,
                    size(image) + ", labels " + labels.width() + " x " + labels.height(),
                    "that of the first patch, " + size(other));
        }
    }

    /** Legal on every system, not hidden, and short enough for a number behind it. */
    private static String base(String name) {
        String legal = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.]+", "_");
        String some = legal.isEmpty() ? "patch" : legal;
        return some.substring(Math.max(0, some.length() - LONGEST));
    }

    private static String size(FloatImage image) {
        return image.width() + " x " + image.height() + " x " + image.channels();
    }

    private static FloatImage values(LabelMask labels) {
        FloatImage values = FloatImage.zeros(labels.width(), labels.height(), 1);
        for (int i = 0; i < values.pixels().length; i++) {
            values.pixels()[i] = LabelEncoding.SPARSE.value(labels.classes()[i]);
        }
        return values;
    }

    /** A cancelled thread is interrupted, which closes the file that it writes. */
    private PixelClassificationException notWritable(IOException cause) {
        if (cause instanceof ClosedByInterruptException) {
            return new PixelClassificationException.Cancelled(cause);
        }
        IOException shown =
                cause instanceof FileSystemException e && e.getReason() != null
                        ? new IOException(e.getReason(), e)
                        : cause;
        return PendingFile.failure(target, shown);
    }
}
