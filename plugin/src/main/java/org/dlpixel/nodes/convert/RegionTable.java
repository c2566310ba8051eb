package org.dlpixel.nodes.convert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.imagej.ImgPlus;
import net.imglib2.type.numeric.RealType;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelEncoding;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.Split;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.container.CloseableRowIterator;
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

    /** Which pixels a setting chose. */
    public record ImageColumns(int image, int label) {

        /** Finds both columns; blank settings mean the standard ones. */
        public static ImageColumns of(DataTableSpec spec, String image, String label)
                throws InvalidSettingsException {
            int imageIndex = Columns.image(spec, image, Columns.IMAGE);
            int labelIndex = Columns.labels(spec, label, Columns.LABEL);
            if (imageIndex == labelIndex) {
                throw new InvalidSettingsException(
                        "Image column and label column are both '"
                                + spec.getColumnSpec(imageIndex).getName()
                                + "', must differ.");
            }
            return new ImageColumns(imageIndex, labelIndex);
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

    /** Reads a table; see the class comment for what may be missing. */
    public static Content read(BufferedDataTable table, ImageColumns columns) {
        List<Entry> entries = new ArrayList<>();
        List<String> names = null;
        int largest = 0;
        int skipped = 0;
        Map<String, Integer> perSource = new HashMap<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                DataCell image = row.getCell(columns.image());
                DataCell label = row.getCell(columns.label());
                if (image.isMissing() || label.isMissing()) {
                    skipped++;
                    continue;
                }
                PlainCells plain = new PlainCells(table.getDataTableSpec(), row);
                Entry entry = entry(row.getKey().getString(), image, label, plain, perSource);
                for (byte c : entry.region().labels().classes()) {
                    largest = Math.max(largest, c);
                }
                names = sameClasses(entry.key(), names, plain);
                entries.add(entry);
            }
        }
        ClassList classes =
                names == null ? ClassList.numbered(Math.max(2, largest + 1)) : new ClassList(names);
        return new Content(List.copyOf(entries), classes, skipped);
    }

    /** The class names so far, or those of the row; all rows that name classes must agree. */
    private static List<String> sameClasses(String key, List<String> names, PlainCells plain) {
        List<String> its = plain.texts(Columns.CLASSES).orElse(names);
        if (names != null && !its.equals(names)) {
            throw InvalidInput.of(
                    "classes of row " + key, its, "those of the rows before, " + names);
        }
        return its;
    }

    private static Entry entry(
            String key,
            DataCell image,
            DataCell label,
            PlainCells plain,
            Map<String, Integer> perSource) {
        SliceSource pixels = slices((ImgPlusValue<?>) image, "image of row " + key);
        SliceSource labels = slices((ImgPlusValue<?>) label, "label of row " + key);
        requirePlane(pixels);
        requirePlane(labels);
        FloatImage region = pixels.slice(0);
        LabelMask mask = decode(key, labels);
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
        Optional<IntensityRange> stated = intensityRange(plain);
        IntensityRange range = stated.orElseGet(() -> measured(region, key));
        return new Entry(
                key,
                new LabelledRegion(source, slice, roi, split, region, mask, range),
                pixels.pixelType(),
                stated.isPresent());
    }

    private static LabelMask decode(String key, SliceSource labels) {
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
