package org.dlpixel.core.io;

import com.twelvemonkeys.imageio.stream.BufferedFileImageInputStreamSpi;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import javax.imageio.stream.ImageInputStream;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.image.WholeSlices;

/**
 * A TIFF or BigTIFF stack, read page by page.
 *
 * <p>8, 16 or 32-bit integers, 32 or 64-bit floats; strips or tiles; uncompressed, LZW, deflate or
 * PackBits; several channels per page (RGB) or one page per channel. ImageJ's, OME's and tifffile's
 * descriptions give the order of the pages and the voxel size; the slices of time points follow
 * each other. Without one, every page is a slice. Palette colours are read as their index,
 * white-is-zero as stored.
 *
 * <p>Stacks beyond 4 GB that ImageJ stores behind a single directory are understood.
 */
public final class TiffStack implements SliceSource {

    private final Path path;
    private final FileChannel channel;
    private final ImageInputStream stream;
    private final PageReader reader;
    private final PageOrder order;
    private final TiffPage layout;
    private final int samples;
    private final VoxelSize voxelSize;
    private final VolumeShape shape;

    /**
     * @throws Unreadable naming the file and the reason
     */
    @SuppressWarnings("resource") // open() closes what it opened if it fails
    public static TiffStack open(Path path) {
        FileChannel channel = null;
        ImageInputStream stream = null;
        try {
            channel = FileChannel.open(path);
            stream = buffered(path);
            return new TiffStack(path, channel, stream);
        } catch (IOException | RuntimeException e) {
            release(stream, channel);
            throw unreadable(path, "", e);
        }
    }

    private TiffStack(Path path, FileChannel channel, ImageInputStream stream) throws IOException {
        this.path = path;
        this.channel = channel;
        this.stream = stream;
        TiffPages file = TiffPages.read(stream);
        this.layout = requireAlike(file.pages());
        StackDescription description = StackDescription.parse(file.texts(), layout);
        this.voxelSize = description.voxelSize();
        long announced = description.order().map(PageOrder::pages).orElse(1L);
        long planes = (long) file.pages().size() * layout.samples();
        boolean apart = !layout.chunky() && announced == planes;
        boolean oneDirectory =
                file.pages().size() == 1 && announced > 1 && layout.isPlain() && !apart;
        long pages = oneDirectory ? announced : apart ? planes : file.pages().size();
        this.samples = apart ? 1 : layout.samples();
        this.order = order(description, Math.toIntExact(pages));
        PageReader whole = oneDirectory ? behindOneDirectory(file) : pageReader(file);
        int plane = Math.multiplyExact(layout.width(), layout.height());
        this.reader = apart ? new PlanesAsPages(whole, layout.samples(), plane) : whole;
        this.shape =
                new VolumeShape(
                        layout.width(),
                        layout.height(),
                        order.slices(),
                        Math.multiplyExact(order.channels(), samples),
                        order.times());
    }

    private static ImageInputStream buffered(Path path) throws IOException {
        return new BufferedFileImageInputStreamSpi()
                .createInputStreamInstance(path.toFile(), false, null);
    }

    private static TiffPage requireAlike(List<TiffPage> pages) {
        TiffPage first = pages.get(0);
        for (int i = 1; i < pages.size(); i++) {
            if (!pages.get(i).fits(first)) {
                throw new Unreadable(
                        "its pages differ: the first is "
                                + first.describe()
                                + ", page "
                                + (i + 1)
                                + " is "
                                + pages.get(i).describe());
            }
        }
        return first;
    }

    private static PageOrder order(StackDescription description, int pages) {
        PageOrder order = description.order().orElse(PageOrder.slicesOnly(pages));
        if (order.pages() > pages) {
            throw new Unreadable(
                    "it is incomplete: its description announces "
                            + order.pages()
                            + " pages, it holds "
                            + pages);
        }
        // A description that says less was copied from elsewhere, or is that of the first series.
        return order.pages() == pages ? order : PageOrder.slicesOnly(pages);
    }

    private PageReader behindOneDirectory(TiffPages file) throws IOException {
        long bytes = layout.bytes();
        requireBytes(layout.dataStart() + bytes * order.pages(), "page " + order.pages());
        return new PlainPages(
                channel, page -> layout.dataStart() + page * bytes, layout, file.byteOrder());
    }

    private PageReader pageReader(TiffPages file) throws IOException {
        List<TiffPage> pages = file.pages();
        boolean plain = pages.stream().allMatch(p -> p.isPlain() && p.chunky() == layout.chunky());
        if (!plain) {
            return new DecodedPages(stream, file.numbers(), layout.type());
        }
        for (int i = 0; i < pages.size(); i++) {
            requireBytes(pages.get(i).dataStart() + layout.bytes(), "page " + (i + 1));
        }
        IntToLongFunction start = page -> pages.get(page).dataStart();
        return new PlainPages(channel, start, layout, file.byteOrder());
    }

    private void requireBytes(long end, String what) throws IOException {
        if (end > channel.size()) {
            throw new Unreadable(
                    "it is truncated: "
                            + what
                            + " ends at byte "
                            + end
                            + ", the file at "
                            + channel.size());
        }
    }

    @Override
    public VolumeShape shape() {
        return shape;
    }

    @Override
    public PixelType pixelType() {
        return layout.type();
    }

    @Override
    public VoxelSize voxelSize() {
        return voxelSize;
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public void read(int slice, float[] target) {
        int step = samples * shape.plane();
        Objects.checkIndex(slice, shape.slices());
        Objects.checkFromIndexSize(0, step * order.channels(), target.length);
        try {
            for (int c = 0; c < order.channels(); c++) {
                reader.read(order.page(slice, c), target, c * step);
            }
        } catch (IOException | RuntimeException e) {
            throw unreadable(path, ", slice " + slice, e);
        }
    }

    @Override
    public Optional<WholeSlices> whole() {
        return reader instanceof PlainPages pages && pages.isWhole()
                ? Optional.of((slice, taker) -> readWhole(pages, slice, taker))
                : Optional.empty();
    }

    private void readWhole(PlainPages pages, int slice, WholeSlices.Taker taker) {
        Objects.checkIndex(slice, shape.slices());
        try {
            for (int c = 0; c < order.channels(); c++) {
                pages.readWhole(order.page(slice, c), c * shape.plane(), taker);
            }
        } catch (IOException e) {
            throw unreadable(path, ", slice " + slice, e);
        }
    }

    @Override
    public void close() {
        PageReader pages = reader instanceof PlanesAsPages planes ? planes.pages() : reader;
        if (pages instanceof DecodedPages decoded) {
            decoded.close();
        }
        release(stream, channel);
    }

    private static void release(ImageInputStream stream, FileChannel channel) {
        try {
            if (stream != null) {
                stream.close();
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // Nothing was written: a failure to close a file that was read loses nothing.
        }
    }

    private static Unreadable unreadable(Path path, String where, Exception cause) {
        return new Unreadable("Cannot read " + path + where + ": " + reason(cause) + ".", cause);
    }

    private static String reason(Exception cause) {
        if (cause instanceof PixelClassificationException) {
            return cause.getMessage();
        }
        String what = cause instanceof EOFException ? "it ends too early" : cause.getMessage();
        return "it is damaged or truncated (" + what + ")";
    }
}
