package org.knime.knip.base.data.img;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import net.imagej.ImgPlus;
import net.imagej.ImgPlusMetadata;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import org.dlpixel.executor.bridge.CellSerializers;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;

/**
 * A cell with an image. Its pixels are written when the cell enters a table and read again, whole,
 * when asked for; between, only a weak reference keeps them.
 */
@SuppressWarnings("serial")
public class ImgPlusCell<T extends RealType<T>> extends FileStoreCell
        implements ImgPlusValue<T>, StringValue {
    /** Type of these cells; says nothing of pixel type or size. */
    @SuppressWarnings("NonFinalStaticField")
    public static DataType TYPE = DataType.getType(ImgPlusCell.class);

    private static final long serialVersionUID = 1L;

    static {
        CellSerializers.register(ImgPlusCell.class, new ImgPlusCellSerializer<>());
    }

    private ImgHeader header;
    private ImgPlus<T> unwritten;
    private WeakReference<ImgPlus<T>> cache = new WeakReference<>(null);

    ImgPlusCell(ImgPlus<T> image, ImgHeader header, FileStore store) {
        super(store);
        this.unwritten = new ImgPlus<>(image.getImg(), header.metadata());
        this.header = header;
    }

    /** To be loaded. */
    protected ImgPlusCell() throws IOException {}

    @Override
    public synchronized ImgPlus<T> getImgPlus() {
        if (unwritten != null) {
            return unwritten;
        }
        ImgPlus<T> image = cache.get();
        if (image == null) {
            image = read();
            cache = new WeakReference<>(image);
        }
        return image;
    }

    @SuppressWarnings("unchecked")
    private ImgPlus<T> read() {
        try {
            Img<T> pixels = (Img<T>) PixelFile.read(getFileStores()[0].getFile().toPath(), header);
            return new ImgPlus<>(pixels, header.metadata());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read image '" + header.name() + "'", e);
        }
    }

    @Override
    public ImgPlus<T> getImgPlusCopy() {
        return getImgPlus().copy();
    }

    @Override
    public ImgPlusMetadata getMetadata() {
        return header.metadata();
    }

    @Override
    public long[] getDimensions() {
        return header.dimensions();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<T> getPixelType() {
        return (Class<T>) header.kind().type();
    }

    @Override
    public String getStringValue() {
        return header.toString();
    }

    @Override
    protected synchronized void flushToFileStore() throws IOException {
        if (unwritten != null) {
            PixelFile.write(getFileStores()[0].getFile().toPath(), unwritten.getImg());
            cache = new WeakReference<>(unwritten);
            unwritten = null;
        }
    }

    /** Writes all but the pixels. */
    protected void save(DataOutput output) throws IOException {
        HeaderFormat.write(header, output);
    }

    /** Reads what {@link #save} wrote. */
    protected void load(DataInput input) throws IOException {
        header = HeaderFormat.read(input);
    }

    @Override
    public int hashCode() {
        return header.hashCode();
    }

    @Override
    public String toString() {
        return getStringValue();
    }
}
