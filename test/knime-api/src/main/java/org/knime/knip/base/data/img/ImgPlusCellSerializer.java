package org.knime.knip.base.data.img;

import java.io.IOException;
import net.imglib2.type.numeric.RealType;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;

/** Writes and reads image cells without their pixels. */
public class ImgPlusCellSerializer<T extends RealType<T>>
        implements DataCellSerializer<ImgPlusCell<T>> {
    public ImgPlusCellSerializer() {}

    @Override
    public void serialize(ImgPlusCell<T> cell, DataCellDataOutput output) throws IOException {
        cell.save(output);
    }

    @Override
    public ImgPlusCell<T> deserialize(DataCellDataInput input) throws IOException {
        ImgPlusCell<T> cell = new ImgPlusCell<>();
        cell.load(input);
        return cell;
    }
}
