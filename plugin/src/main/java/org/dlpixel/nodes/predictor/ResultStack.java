package org.dlpixel.nodes.predictor;

import java.io.IOException;
import java.nio.file.Path;
import org.dlpixel.core.io.StackWriter;
import org.dlpixel.nodes.convert.StackCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.StringCell;
import org.knime.knip.base.data.img.ImgPlusCellFactory;

/** One result of one volume, filled slice by slice; becomes a cell of the table. */
sealed interface ResultStack extends AutoCloseable {

    /** Whether an earlier execution left this slice. */
    boolean has(int slice);

    /** Writes a slice of unsigned bytes. */
    void write(int slice, byte[] values);

    /** Writes a slice, (C, H, W), in the units in which it is stored. */
    void write(int slice, float[] values);

    /** All slices are written: the image, or the path to the file. */
    DataCell finish() throws IOException;

    @Override
    void close();

    /** An image cell. */
    record Cell(StackCell stack, ImgPlusCellFactory cells) implements ResultStack {

        @Override
        public boolean has(int slice) {
            return false;
        }

        @Override
        public void write(int slice, byte[] values) {
            stack.put(slice, values);
        }

        @Override
        public void write(int slice, float[] values) {
            stack.put(slice, values);
        }

        @Override
        public DataCell finish() throws IOException {
            return stack.create(cells);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** A file, or a folder for OME-Zarr. */
    record File(Path path, StackWriter writer) implements ResultStack {

        @Override
        public boolean has(int slice) {
            return writer.has(slice);
        }

        @Override
        public void write(int slice, byte[] values) {
            writer.write(slice, values);
        }

        @Override
        public void write(int slice, float[] values) {
            writer.write(slice, values);
        }

        @Override
        public DataCell finish() {
            writer.complete();
            return new StringCell(path.toString());
        }

        @Override
        public void close() {
            writer.close();
        }
    }
}
