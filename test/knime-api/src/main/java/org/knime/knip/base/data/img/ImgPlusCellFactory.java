package org.knime.knip.base.data.img;

import java.io.IOException;
import net.imagej.ImgPlus;
import net.imglib2.type.numeric.RealType;
import org.knime.core.data.DataType;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.ExecutionContext;
import org.knime.knip.base.data.KNIPCellFactory;

/** Makes cells with images. */
public final class ImgPlusCellFactory extends KNIPCellFactory {
    /** Cells of a node. */
    public ImgPlusCellFactory(ExecutionContext exec) {
        super(exec);
    }

    /** Cells with stores of this factory. */
    public ImgPlusCellFactory(FileStoreFactory stores) {
        super(stores);
    }

    /**
     * A cell with an image. Takes only images that the real cells keep unharmed: those whose pixels
     * lie in Java arrays, in one or one per plane; axis units and origins are lost, as there.
     *
     * @throws IllegalArgumentException if the image is a view, made of cells, empty, or of another
     *     pixel type than 8, 16 or 32 bit integers, float or double, or has a property that is no
     *     text, number or truth value
     */
    public final <T extends RealType<T>> ImgPlusCell<T> createCell(ImgPlus<T> image)
            throws IOException {
        ImgHeader header = ImgHeader.of(image);
        return new ImgPlusCell<>(image, header, getFileStore((double) header.bytes()));
    }

    @Override
    public DataType getDataType() {
        return ImgPlusCell.TYPE;
    }
}
