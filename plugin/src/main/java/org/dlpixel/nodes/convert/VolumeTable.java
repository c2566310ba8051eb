package org.dlpixel.nodes.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.io.VolumeFiles;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.knip.base.data.img.ImgPlusCell;
import org.knime.knip.base.data.img.ImgPlusCellFactory;
import org.knime.knip.base.data.img.ImgPlusValue;

/** The table of volumes: one row per stack, with its labels and truth where known. */
public final class VolumeTable {

    private VolumeTable() {}

    /** The columns that this library writes. */
    public static DataTableSpec spec() {
        return new DataTableSpec(
                "Volumes",
                new DataColumnSpecCreator(Columns.IMAGE, ImgPlusCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.LABEL, ImgPlusCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.TRUTH, ImgPlusCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.SOURCE, StringCell.TYPE).createSpec(),
                new DataColumnSpecCreator(
                                Columns.CLASSES, ListCell.getCollectionType(StringCell.TYPE))
                        .createSpec(),
                new DataColumnSpecCreator(Columns.LOW, DoubleCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.HIGH, DoubleCell.TYPE).createSpec());
    }

    /**
     * One row, the stacks read into cells one after the other.
     *
     * @param labels sparse labels, if known
     * @param truth dense truth, if known
     */
    public static DataRow row(
            String key,
            SliceSource image,
            Optional<SliceSource> labels,
            Optional<SliceSource> truth,
            ClassList classes,
            IntensityRange range,
            ImgPlusCellFactory cells,
            Progress progress)
            throws IOException {
        DataCell imageCell = stack(cells, image, progress.part(0, 0.5));
        DataCell labelCell = optional(cells, labels, progress.part(0.5, 0.75));
        DataCell truthCell = optional(cells, truth, progress.part(0.75, 1));
        return new DefaultRow(
                key,
                List.of(
                        imageCell,
                        labelCell,
                        truthCell,
                        new StringCell(image.name()),
                        PlainCells.list(classes.names()),
                        new DoubleCell(range.low()),
                        new DoubleCell(range.high())));
    }

    /**
     * A volume as slices: an image cell, or the file or folder that a text cell names, which is
     * open until the source is closed.
     *
     * @param name how messages call it
     */
    public static SliceSource slices(DataCell cell, String name) {
        return file(cell, name)
                .map(VolumeFiles::open)
                .orElseGet(() -> RegionTable.slices((ImgPlusValue<?>) cell, name));
    }

    /**
     * The file or folder that a cell names; empty if it holds an image.
     *
     * @param name how messages call the volume
     */
    public static Optional<Path> file(DataCell cell, String name) {
        if (cell instanceof ImgPlusValue<?>) {
            return Optional.empty();
        }
        String text = ((StringValue) cell).getStringValue();
        return Optional.of(Paths.resolve("path to the " + name, text));
    }

    /** The intensity range that a row states, if it does. */
    public static Optional<IntensityRange> intensityRange(PlainCells plain) {
        return RegionTable.intensityRange(plain);
    }

    private static DataCell optional(
            ImgPlusCellFactory cells, Optional<SliceSource> source, Progress progress)
            throws IOException {
        return source.isPresent()
                ? stack(cells, source.get(), progress)
                : DataType.getMissingCell();
    }

    private static DataCell stack(ImgPlusCellFactory cells, SliceSource source, Progress progress)
            throws IOException {
        return RegionTable.image(cells, ImgPlusImages.stack(source, progress));
    }
}
