package org.dlpixel.nodes.convert;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelEncoding;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.Split;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.knip.base.data.img.ImgPlusValue;

/** The rows of a table of labelled regions, one at a time; see {@link RegionTable}. */
public final class RegionRows implements AutoCloseable {

    private final DataTableSpec spec;
    private final RegionTable.ImageColumns columns;
    private final CloseableRowIterator rows;
    private final Map<String, Integer> perSource = new HashMap<>();
    private Optional<List<String>> names = Optional.empty();
    private int skipped;

    /** Opens a table at its first row. */
    public RegionRows(BufferedDataTable table, RegionTable.ImageColumns columns) {
        this.spec = table.getDataTableSpec();
        this.columns = columns;
        this.rows = table.iterator();
    }

    /**
     * The next row that has an image and, if there is such a column, labels.
     *
     * @throws InvalidInput if it cannot be understood, naming the row
     */
    public Optional<RegionTable.Entry> next() {
        while (rows.hasNext()) {
            DataRow row = rows.next();
            if (!isUsable(row, columns)) {
                skipped++;
                continue;
            }
            PlainCells plain = new PlainCells(spec, row);
            names = sameClasses(row, names, plain);
            return Optional.of(entry(row, plain));
        }
        return Optional.empty();
    }

    /** Rows so far that miss an image or labels. */
    public int skipped() {
        return skipped;
    }

    /** The classes that the rows so far name. */
    public Optional<ClassList> classes() {
        return names.map(ClassList::new);
    }

    @Override
    public void close() {
        rows.close();
    }

    /** The classes that all rows of a table name; all that name some must agree. */
    static Optional<ClassList> namedClasses(
            BufferedDataTable table, RegionTable.ImageColumns columns) {
        DataTableSpec spec = table.getDataTableSpec();
        Optional<List<String>> names = Optional.empty();
        if (spec.containsName(Columns.CLASSES)) {
            try (CloseableRowIterator rows = table.iterator()) {
                while (rows.hasNext()) {
                    DataRow row = rows.next();
                    if (isUsable(row, columns)) {
                        names = sameClasses(row, names, new PlainCells(spec, row));
                    }
                }
            }
        }
        return names.map(ClassList::new);
    }

    /** The largest class index in the labels of a table; 0 if there are none. */
    static int largestLabel(BufferedDataTable table, RegionTable.ImageColumns columns) {
        int largest = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (columns.label().isPresent() && rows.hasNext()) {
                DataRow row = rows.next();
                if (isUsable(row, columns)) {
                    DataCell label = row.getCell(columns.label().getAsInt());
                    for (byte c : decode(row.getKey().getString(), label).classes()) {
                        largest = Math.max(largest, c);
                    }
                }
            }
        }
        return largest;
    }

    private static boolean isUsable(DataRow row, RegionTable.ImageColumns columns) {
        OptionalInt label = columns.label();
        return !row.getCell(columns.image()).isMissing()
                && (label.isEmpty() || !row.getCell(label.getAsInt()).isMissing());
    }

    /** The class names so far, or those of the row; all rows that name classes must agree. */
    private static Optional<List<String>> sameClasses(
            DataRow row, Optional<List<String>> names, PlainCells plain) {
        Optional<List<String>> its = plain.texts(Columns.CLASSES);
        if (names.isPresent() && its.isPresent() && !its.equals(names)) {
            throw InvalidInput.of(
                    "classes of row " + row.getKey().getString(),
                    its.get(),
                    "those of the rows before, " + names.get());
        }
        return its.or(() -> names);
    }

    private RegionTable.Entry entry(DataRow row, PlainCells plain) {
        String key = row.getKey().getString();
        DataCell image = row.getCell(columns.image());
        SliceSource pixels = RegionTable.slices((ImgPlusValue<?>) image, "image of row " + key);
        requirePlane(pixels);
        FloatImage region = pixels.slice(0);
        LabelMask mask =
                columns.label().isPresent()
                        ? decode(key, row.getCell(columns.label().getAsInt()))
                        : nothing(region);
        String source = plain.text(Columns.SOURCE).orElse(key);
        int slice =
                plain.whole(Columns.SLICE)
                        .orElseGet(() -> perSource.merge(source, 1, Integer::sum) - 1);
        Roi roi =
                plain.text(Columns.ROI)
                        .map(Roi::parse)
                        .filter(r -> r.width() == region.width() && r.height() == region.height())
                        .orElseGet(() -> Roi.whole(region.width(), region.height()));
        Split split = plain.text(Columns.SPLIT).map(Split::parse).orElse(Split.TRAIN);
        Optional<IntensityRange> stated = RegionTable.intensityRange(plain);
        IntensityRange range = stated.orElseGet(() -> measured(region, key));
        return new RegionTable.Entry(
                key,
                new LabelledRegion(source, slice, roi, split, region, mask, range),
                pixels.pixelType(),
                stated.isPresent());
    }

    private static LabelMask nothing(FloatImage image) {
        byte[] classes = new byte[image.width() * image.height()];
        Arrays.fill(classes, LabelMask.IGNORE);
        return new LabelMask(image.width(), image.height(), classes);
    }

    private static LabelMask decode(String key, DataCell cell) {
        SliceSource labels = RegionTable.slices((ImgPlusValue<?>) cell, "label of row " + key);
        requirePlane(labels);
        FloatImage values = labels.slice(0);
        if (values.channels() > 1) {
            throw InvalidInput.of("label of row " + key, values.channels() + " channels", "one");
        }
        try {
            return LabelEncoding.SPARSE.decode(values.width(), values.height(), values.pixels());
        } catch (InvalidInput e) {
            throw new InvalidInput("Row " + key + ": " + e.getMessage(), e);
        }
    }

    private static void requirePlane(SliceSource source) {
        if (source.shape().slices() > 1) {
            throw InvalidInput.of(
                    source.name(), source.shape().slices() + " slices", "one slice (X, Y)");
        }
    }

    private static IntensityRange measured(FloatImage image, String key) {
        for (float v : image.pixels()) {
            if (!Float.isFinite(v)) {
                throw InvalidInput.of("pixel in the image of row " + key, v, "finite");
            }
        }
        return Normalization.defaults().rangeOf(image.pixels());
    }
}
