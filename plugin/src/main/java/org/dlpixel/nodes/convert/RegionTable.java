package org.dlpixel.nodes.convert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.imagej.ImgPlus;
import net.imglib2.type.numeric.RealType;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.knip.base.data.img.ImgPlusCell;
import org.knime.knip.base.data.img.ImgPlusCellFactory;
import org.knime.knip.base.data.img.ImgPlusValue;

/**
 * The table of labelled regions: one row per ROI, its image and labels as cells.
 *
 * <p>Tables from elsewhere may lack any column but image and label: a missing Source is the row's
 * name, a missing Split is training, a missing Low or High is taken from the row's image, missing
 * Classes are numbered.
 */
public final class RegionTable {

    private RegionTable() {}

    /** The columns that this library writes. */
    public static DataTableSpec spec() {
        return new DataTableSpec(
                "Labelled regions",
                new DataColumnSpecCreator(Columns.IMAGE, ImgPlusCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.LABEL, ImgPlusCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.SOURCE, StringCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.SLICE, IntCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.ROI, StringCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.SPLIT, StringCell.TYPE).createSpec(),
                new DataColumnSpecCreator(
                                Columns.CLASSES, ListCell.getCollectionType(StringCell.TYPE))
                        .createSpec(),
                new DataColumnSpecCreator(Columns.LOW, DoubleCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.HIGH, DoubleCell.TYPE).createSpec());
    }

    /**
     * Which pixels a setting chose.
     *
     * @param image index of the column of images
     * @param label index of the column of labels; empty: nothing is labelled
     */
    public record ImageColumns(int image, OptionalInt label) {

        public ImageColumns(int image, int label) {
            this(image, OptionalInt.of(label));
        }

        /** Finds both columns; blank settings mean the standard ones. */
        public static ImageColumns of(DataTableSpec spec, String image, String label)
                throws InvalidSettingsException {
            int labels = Columns.labels(spec, label, Columns.LABEL);
            return differing(spec, Columns.image(spec, image, Columns.IMAGE), labels);
        }

        /** As {@link #of}, but a table without the standard column of labels will do. */
        public static ImageColumns labelsIfAny(DataTableSpec spec, String image, String label)
                throws InvalidSettingsException {
            int images = Columns.image(spec, image, Columns.IMAGE);
            OptionalInt labels = Columns.optionalImage(spec, label, Columns.LABEL);
            return labels.isPresent()
                    ? differing(spec, images, labels.getAsInt())
                    : new ImageColumns(images, labels);
        }

        private static ImageColumns differing(DataTableSpec spec, int image, int label)
                throws InvalidSettingsException {
            if (image == label) {
                throw new InvalidSettingsException(
                        "Image column and label column are both '"
                                + spec.getColumnSpec(image).getName()
                                + "', must differ.");
            }
            return new ImageColumns(image, label);
        }
    }

    /** One row; the extra cells follow the columns of {@link #spec}. */
    public static DataRow row(
            String key,
            LabelledRegion region,
            PixelType type,
            ClassList classes,
            ImgPlusCellFactory cells,
            DataCell... extra)
            throws IOException {
        String name = region.source() + " " + region.slice();
        List<DataCell> row = new ArrayList<>();
        row.add(image(cells, ImgPlusImages.plane(region.image(), type, name)));
        row.add(cells.createCell(ImgPlusImages.labels(region.labels(), name)));
        row.add(new StringCell(region.source()));
        row.add(new IntCell(region.slice()));
        row.add(new StringCell(region.roi().toString()));
        row.add(new StringCell(region.split().label()));
        row.add(PlainCells.list(classes.names()));
        row.add(new DoubleCell(region.range().low()));
        row.add(new DoubleCell(region.range().high()));
        row.addAll(List.of(extra));
        return new DefaultRow(key, row);
    }

    /**
     * A region as its row states it.
     *
     * @param key the row's name
     * @param type how its pixels are stored
     * @param ranged whether the row states the range of its volume; otherwise it is that of its own
     *     pixels
     */
    public record Entry(String key, LabelledRegion region, PixelType type, boolean ranged) {}

    /**
     * All regions of a table.
     *
     * @param entries in row order, without rows that miss an image or a label
     * @param classes from the table, or numbered by the largest label value
     * @param skipped rows that miss an image or a label
     */
    public record Content(List<Entry> entries, ClassList classes, int skipped) {

        public List<LabelledRegion> regions() {
            return entries.stream().map(Entry::region).toList();
        }
    }

    /** Reads a whole table; see the class comment for what may be missing. */
    public static Content read(BufferedDataTable table, ImageColumns columns) {
        List<Entry> entries = new ArrayList<>();
        int largest = 0;
        try (RegionRows rows = new RegionRows(table, columns)) {
            for (Optional<Entry> row = rows.next(); row.isPresent(); row = rows.next()) {
                for (byte c : row.get().region().labels().classes()) {
                    largest = Math.max(largest, c);
                }
                entries.add(row.get());
            }
            int count = largest + 1;
            ClassList classes = rows.classes().orElseGet(() -> numbered(count));
            return new Content(List.copyOf(entries), classes, rows.skipped());
        }
    }

    /**
     * The classes of a table, without reading its images: those that its rows name, else numbered
     * by the largest label value.
     */
    public static ClassList classes(BufferedDataTable table, ImageColumns columns) {
        Optional<ClassList> named = RegionRows.namedClasses(table, columns);
        return named.orElseGet(() -> numbered(RegionRows.largestLabel(table, columns) + 1));
    }

    private static ClassList numbered(int classes) {
        return ClassList.numbered(Math.max(2, classes));
    }

    static Optional<IntensityRange> intensityRange(PlainCells plain) {
        return plain.number(Columns.LOW)
                .flatMap(
                        low ->
                                plain.number(Columns.HIGH)
                                        .map(high -> new IntensityRange(low, high)));
    }

    static SliceSource slices(ImgPlusValue<?> cell, String name) {
        return new ImgPlusSlices(cell.getImgPlus(), name);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the pixel type is only known at run time
    static DataCell image(ImgPlusCellFactory cells, ImgPlus<? extends RealType<?>> image)
            throws IOException {
        return cells.createCell((ImgPlus) image);
    }
}
