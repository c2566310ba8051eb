package org.dlpixel.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.zip.CRC32;
import org.dlpixel.core.image.PendingFile;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.StackTarget.Labels;
import org.dlpixel.core.io.zarr.ZarrGroup;
import org.dlpixel.core.io.zarr.ZarrVersion;

/**
 * Writes an OME-Zarr image with its pyramid, 0.4 or 0.5; one slice and at most 1024 x 1024 pixels
 * per chunk; integers are compressed with zstd.
 *
 * <p>Labels are a label image, {@code labels/segmentation}, with names and colours of the classes.
 * The group itself is an image of the same arrays, since labels without an image are shown by no
 * program.
 */
final class OmeZarrWriter implements StackWriter {

    private final UnfinishedOutput output;
    private final StackTarget target;
    private final List<OmeLevel> levels;

    private OmeZarrWriter(UnfinishedOutput output, StackTarget target, List<OmeLevel> levels) {
        this.output = output;
        this.target = target;
        this.levels = levels;
    }

    static OmeZarrWriter open(StackTarget t, ZarrVersion version, String fingerprint) {
        requireReplaceable(t.path());
        String all =
                fingerprint
                        + "\n"
                        + t.shape()
                        + t.type()
                        + t.voxelSize()
                        + t.firstZ()
                        + t.content()
                        + version;
        UnfinishedOutput output = UnfinishedOutput.open(t.path(), t.shape().slices(), all);
        try {
            List<OmeLevel> levels = groups(output.data(), new OmeJson(version, t));
            OmeZarrWriter writer = new OmeZarrWriter(output, t, levels);
            output.verify(writer::checksum);
            return writer;
        } catch (IOException e) {
            output.close();
            throw output.notWritable(e);
        }
    }

    private static void requireReplaceable(Path path) {
        if (Files.isRegularFile(path)) {
            throw PendingFile.failure(
                    path, new FileSystemException(null, null, "a file of that name exists"));
        }
        if (Files.isDirectory(path) && !ZarrGroup.isNode(path)) {
            throw PendingFile.failure(
                    path,
                    new FileSystemException(
                            null, null, "a folder of that name exists that is no Zarr"));
        }
    }

    private static List<OmeLevel> groups(Path root, OmeJson json) throws IOException {
        ZarrVersion version = json.version();
        StackTarget t = json.target();
        Path image = root;
        if (t.content() instanceof Labels labels) {
            Path list = root.resolve("labels");
            image = list.resolve(OmeJson.SEGMENTATION);
            ZarrGroup.write(root, version, json.image("labels/" + OmeJson.SEGMENTATION + "/"));
            ZarrGroup.write(list, version, json.labelList());
            ZarrGroup.write(image, version, json.labelImage(labels));
        } else {
            ZarrGroup.write(root, version, json.image(""));
        }
        List<OmeLevel> levels = new ArrayList<>();
        for (VolumeShape shape : Pyramid.levels(t.shape())) {
            Path array = image.resolve(String.valueOf(levels.size()));
            levels.add(new OmeLevel(array, version, shape, t.type()));
        }
        return levels;
    }

    @Override
    public BitSet finished() {
        return output.finished();
    }

    @Override
    public boolean has(int slice) {
        return output.has(slice);
    }

    @Override
    public void write(int slice, float[] values) {
        requireSlice(slice, values.length);
        if (target.content() instanceof Labels) {
            ByteBuffer bytes = ByteBuffer.allocate(values.length);
            PixelEncoder.encode(target.type(), values, 0, bytes);
            write(slice, bytes.array());
            return;
        }
        put(slice, values, Pyramid::mean, (level, copy, sum) -> level.write(slice, copy, sum));
    }

    @Override
    public void write(int slice, byte[] values) {
        requireSlice(slice, values.length);
        if (target.type() != PixelType.UINT8) {
            throw InvalidInput.of("pixel type of the file", target.type(), "UINT8 to take bytes");
        }
        BiFunction<byte[], VolumeShape, byte[]> half =
                target.content() instanceof Labels ? Pyramid::majority : Pyramid::mean;
        put(slice, values, half, (level, copy, sum) -> level.write(slice, copy, sum));
    }

    /** Writes the pixels of a slice to a level. */
    private interface LevelWrite<P> {
        void write(OmeLevel level, P pixels, CRC32 sum) throws IOException;
    }

    private <P> void put(
            int slice, P pixels, BiFunction<P, VolumeShape, P> half, LevelWrite<P> write) {
        CRC32 sum = new CRC32();
        P copy = pixels;
        try {
            for (int l = 0; l < levels.size(); l++) {
                copy = l == 0 ? pixels : half.apply(copy, levels.get(l - 1).shape());
                write.write(levels.get(l), copy, sum);
            }
            output.finish(slice, sum.getValue());
        } catch (IOException e) {
            throw output.notWritable(e);
        }
    }

    private void requireSlice(int slice, int length) {
        VolumeShape shape = target.shape();
        if (slice < 0 || slice >= shape.slices()) {
            throw InvalidInput.of("slice", slice, "within 0.." + (shape.slices() - 1));
        }
        if (length != shape.plane() * shape.channels()) {
            throw InvalidInput.of(
                    "number of pixels", length, "channels * height * width of " + shape);
        }
    }

    private long checksum(int slice) throws IOException {
        CRC32 sum = new CRC32();
        try {
            for (OmeLevel level : levels) {
                level.check(slice, sum);
            }
            return sum.getValue();
        } catch (NoSuchFileException e) {
            return -1;
        }
    }

    @Override
    public void complete() {
        output.requireAll();
        try {
            output.commit();
        } catch (IOException e) {
            throw output.notWritable(e);
        }
    }

    @Override
    public void discard() {
        close();
        output.discard();
    }

    @Override
    public void close() {
        output.close();
    }
}
