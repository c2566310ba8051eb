package org.dlpixel.core.io;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;

/**
 * An image as a stack of one slice, held in memory. Transparency is dropped; palette colours are
 * read as their index, which is what label images mean.
 */
public final class SingleImage implements SliceSource {

    private final Path path;
    private final FloatImage image;
    private final PixelType type;

    public SingleImage(Path path, FloatImage image, PixelType type) {
        this.path = path;
        this.image = image;
        this.type = type;
    }

    /**
     * Reads a PNG, JPEG or BMP file.
     *
     * @param format the name of one of the JDK's own readers
     * @throws Unreadable naming the file
     */
    static SingleImage open(Path path, String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream in = new FileImageInputStream(path.toFile())) {
            reader.setInput(in, true, true);
            BufferedImage read = reader.read(0);
            boolean wide = read.getSampleModel().getSampleSize(0) > 8;
            return new SingleImage(path, planes(read), wide ? PixelType.UINT16 : PixelType.UINT8);
        } catch (IOException | RuntimeException e) {
            throw damaged(path, e);
        } finally {
            reader.dispose();
        }
    }

    /**
     * Reads width and height alone.
     *
     * @param format as of {@link #open}
     */
    static Roi bounds(Path path, String format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = new FileImageInputStream(path.toFile())) {
            reader.setInput(in, true, true);
            return Roi.whole(reader.getWidth(0), reader.getHeight(0));
        } catch (IOException | RuntimeException e) {
            throw damaged(path, e);
        } finally {
            reader.dispose();
        }
    }

    private static Unreadable damaged(Path path, Exception e) {
        return new Unreadable(
                "Cannot read " + path + ": it is damaged or truncated (" + e.getMessage() + ").",
                e);
    }

    private static FloatImage planes(BufferedImage image) {
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int channels = image.getColorModel().hasAlpha() && bands > 1 ? bands - 1 : bands;
        int width = raster.getWidth();
        int height = raster.getHeight();
        FloatImage out = FloatImage.zeros(width, height, channels);
        float[] row = new float[width];
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < height; y++) {
                raster.getSamples(0, y, width, 1, c, row);
                System.arraycopy(row, 0, out.pixels(), (c * height + y) * width, width);
            }
        }
        return out;
    }

    @Override
    public VolumeShape shape() {
        return new VolumeShape(image.width(), image.height(), 1, image.channels());
    }

    @Override
    public PixelType pixelType() {
        return type;
    }

    @Override
    public VoxelSize voxelSize() {
        return VoxelSize.UNKNOWN;
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public void read(int slice, float[] target) {
        System.arraycopy(image.pixels(), 0, target, 0, image.pixels().length);
    }
}
