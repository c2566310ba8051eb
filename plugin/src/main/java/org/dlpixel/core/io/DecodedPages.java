package org.dlpixel.core.io;

import com.twelvemonkeys.imageio.plugins.tiff.BigTIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.dlpixel.core.image.PixelType;

/**
 * Compressed, tiled or otherwise scattered pages, decoded by TwelveMonkeys' TIFF reader as raw
 * rasters: no colour is ever converted. Its providers are named directly, because ImageIO's
 * registry would look for them through the thread's class loader.
 */
final class DecodedPages implements PageReader, AutoCloseable {

    private final ImageReader reader;
    private final List<Integer> numbers;
    private final PixelType type;

    /**
     * @param in the open file; stays the caller's
     * @param numbers for each page its number within the file
     * @param type how values are stored
     */
    DecodedPages(ImageInputStream in, List<Integer> numbers, PixelType type) throws IOException {
        ImageReaderSpi classic = new TIFFImageReaderSpi();
        in.seek(0);
        ImageReaderSpi spi = classic.canDecodeInput(in) ? classic : new BigTIFFImageReaderSpi();
        in.seek(0);
        this.reader = spi.createReaderInstance();
        this.reader.setInput(in, false, true);
        this.numbers = List.copyOf(numbers);
        this.type = type;
    }

    @Override
    public synchronized void read(int page, float[] target, int offset) throws IOException {
        Raster raster = reader.readRaster(numbers.get(page), null);
        int width = raster.getWidth();
        float[] row = new float[width];
        int at = offset;
        for (int band = 0; band < raster.getNumBands(); band++) {
            for (int y = 0; y < raster.getHeight(); y++) {
                raster.getSamples(0, y, width, 1, band, row);
                if (type == PixelType.INT8 || type == PixelType.UINT32) {
                    restoreSign(raster, band, y, row);
                }
                System.arraycopy(row, 0, target, at, width);
                at += width;
            }
        }
    }

    /** Rasters know neither signed bytes nor unsigned ints. */
    private void restoreSign(Raster raster, int band, int y, float[] row) {
        int[] bits = raster.getSamples(0, y, row.length, 1, band, (int[]) null);
        for (int x = 0; x < row.length; x++) {
            row[x] = type == PixelType.INT8 ? (byte) bits[x] : bits[x] & 0xffffffffL;
        }
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
