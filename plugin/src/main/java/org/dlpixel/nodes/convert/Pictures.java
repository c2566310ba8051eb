package org.dlpixel.nodes.convert;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.InvalidSettingsException;

/** PNG cells: they show in KNIME's table view, on Hub too. */
public final class Pictures {

    /** Row of the picture that shows a model's calibration, in the table of the training curve. */
    public static final String CALIBRATION = "Calibration";

    private Pictures() {}

    public static DataColumnSpec column(String name) {
        return new DataColumnSpecCreator(name, PNGImageCellFactory.TYPE).createSpec();
    }

    public static DataCell cell(byte[] png) {
        return PNGImageCellFactory.create(png);
    }

    /** The bytes of a PNG cell. */
    public static byte[] png(DataCell cell) {
        if (cell instanceof PNGImageValue value) {
            return value.getImageContent().getByteArray();
        }
        throw InvalidInput.of("cell", cell.getClass().getSimpleName(), "a PNG image");
    }

    /** The first column of PNG images. */
    public static OptionalInt find(DataTableSpec spec) {
        return IntStream.range(0, spec.getNumColumns())
                .filter(i -> spec.getColumnSpec(i).getType().isCompatible(PNGImageValue.class))
                .findFirst();
    }

    /** Raises an error at configure unless a table has a column of PNG images. */
    public static void require(DataTableSpec spec, String table) throws InvalidSettingsException {
        if (find(spec).isEmpty()) {
            throw new InvalidSettingsException(
                    "The table " + table + " has no column of PNG images.");
        }
    }
}
