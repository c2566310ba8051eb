package org.dlpixel.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceSource;

/** Opens image files of any kind that is understood, by their content. */
public final class ImageFiles {

    private static final int MAGIC_BYTES = 8;

    private ImageFiles() {}

    /**
     * Opens a TIFF stack or a PNG, JPEG or BMP image.
     *
     * @throws Unreadable naming the file: it is missing, a folder, empty, damaged or no image
     */
    public static SliceSource open(Path path) {
        byte[] magic = magic(path);
        if (isTiff(magic)) {
            return TiffStack.open(path);
        }
        return SingleImage.open(path, format(path, magic));
    }

    /**
     * Width and height, without reading pixels.
     *
     * @throws Unreadable as {@link #open}
     */
    static Roi bounds(Path path) {
        byte[] magic = magic(path);
        if (!isTiff(magic)) {
            return SingleImage.bounds(path, format(path, magic));
        }
        try (TiffStack stack = TiffStack.open(path)) {
            return Roi.whole(stack.shape().width(), stack.shape().height());
        }
    }

    private static String format(Path path, byte[] magic) {
        if (starts(magic, 0x89, 'P', 'N', 'G')) {
            return "png";
        }
        if (starts(magic, 0xff, 0xd8, 0xff)) {
            return "jpeg";
        }
        if (starts(magic, 'B', 'M')) {
            return "bmp";
        }
        throw new Unreadable(
                "Cannot read " + path + ": it is no image (TIFF, PNG, JPEG or BMP is expected).");
    }

    private static byte[] magic(Path path) {
        if (!Files.exists(path)) {
            throw new Unreadable("Cannot read " + path + ": the file does not exist.");
        }
        if (Files.isDirectory(path)) {
            throw new Unreadable("Cannot read " + path + ": it is a folder, not a file.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(MAGIC_BYTES);
            if (magic.length == 0) {
                throw new Unreadable("Cannot read " + path + ": the file is empty.");
            }
            return magic;
        } catch (AccessDeniedException e) {
            throw new Unreadable("Cannot read " + path + ": access is denied.", e);
        } catch (IOException e) {
            throw new Unreadable("Cannot read " + path + ": " + e.getMessage() + ".", e);
        }
    }

    private static boolean isTiff(byte[] magic) {
        return starts(magic, 'I', 'I', 42, 0)
                || starts(magic, 'M', 'M', 0, 42)
                || starts(magic, 'I', 'I', 43, 0)
                || starts(magic, 'M', 'M', 0, 43);
    }

    private static boolean starts(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
