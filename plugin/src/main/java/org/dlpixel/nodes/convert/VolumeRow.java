package org.dlpixel.nodes.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelEncoding;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.knip.base.data.img.ImgPlusValue;

/**
 * One row of a table of volumes, its images and files opened as slices; empty where a cell is
 * missing. Files are open until the row is closed.
 *
 * @param key the row's name
 * @param source where the image comes from: what the row says, or its path, or the row's name
 */
public record VolumeRow(
        String key,
        String source,
        Optional<SliceSource> image,
        Optional<SliceSource> labels,
        Optional<SliceSource> truth,
        Optional<SliceSource> segmentation,
        Optional<ClassList> classes,
        Optional<IntensityRange> range)
        implements AutoCloseable {

    /** Which columns hold the images of a row. */
    public record ImageColumns(
            OptionalInt image, OptionalInt labels, OptionalInt truth, OptionalInt segmentation) {}

    /**
     * Opens the images of a row; all must be as large as the segmentation or else the image.
     *
     * @throws org.dlpixel.core.image.PixelClassificationException.Unreadable if a file is none
     */
    public static VolumeRow of(DataTableSpec spec, DataRow row, ImageColumns columns) {
        List<Optional<SliceSource>> opened = new ArrayList<>();
        try {
            String key = row.getKey().getString();
            opened.add(open(row, columns.image(), "image of row " + key));
            opened.add(open(row, columns.labels(), "labels of row " + key));
            opened.add(open(row, columns.truth(), "truth of row " + key));
            opened.add(open(row, columns.segmentation(), "segmentation of row " + key));
            PlainCells plain = new PlainCells(spec, row);
            String source =
                    plain.text(Columns.SOURCE).or(() -> path(row, columns.image())).orElse(key);
            VolumeRow volume = of(plain, key, source, opened);
            volume.requireSameExtent();
            return volume;
        } catch (RuntimeException e) {
            close(opened);
            throw e;
        }
    }

    private static VolumeRow of(
            PlainCells plain, String key, String source, List<Optional<SliceSource>> sources) {
        return new VolumeRow(
                key,
                source,
                sources.get(0),
                sources.get(1),
                sources.get(2),
                sources.get(3),
                plain.texts(Columns.CLASSES).map(ClassList::new),
                VolumeTable.intensityRange(plain));
    }

    private static Optional<String> path(DataRow row, OptionalInt column) {
        return column.stream()
                .mapToObj(row::getCell)
                .filter(cell -> cell instanceof StringValue && !(cell instanceof ImgPlusValue<?>))
                .map(cell -> ((StringValue) cell).getStringValue())
                .findFirst();
    }

    /** Releases the files. */
    @Override
    public void close() {
        close(sources());
    }

    private static void close(List<Optional<SliceSource>> sources) {
        sources.forEach(source -> source.ifPresent(SliceSource::close));
    }

    private List<Optional<SliceSource>> sources() {
        return List.of(image, labels, truth, segmentation);
    }

    /** Sparse labels of a slice, if the row has labels. */
    public Optional<LabelMask> labelMask(int slice) {
        return labels.map(l -> decode(l, slice, LabelEncoding.SPARSE));
    }

    /** Class indices of a slice of an image that holds them, such as a segmentation. */
    public static byte[] classIndices(SliceSource image, int slice) {
        return decode(image, slice, LabelEncoding.DENSE).classes();
    }

    private static LabelMask decode(SliceSource source, int slice, LabelEncoding encoding) {
        VolumeShape shape = source.shape();
        float[] values = new float[shape.plane() * shape.channels()];
        source.read(slice, values);
        try {
            return encoding.decode(shape.width(), shape.height() * shape.channels(), values);
        } catch (InvalidInput e) {
            throw new InvalidInput(
                    "In the " + source.name() + ", slice " + slice + ": " + e.getMessage(), e);
        }
    }

    private static Optional<SliceSource> open(DataRow row, OptionalInt column, String name) {
        if (column.isEmpty()) {
            return Optional.empty();
        }
        DataCell cell = row.getCell(column.getAsInt());
        return cell.isMissing() ? Optional.empty() : Optional.of(VolumeTable.slices(cell, name));
    }

    private void requireSameExtent() {
        Optional<SliceSource> reference = segmentation.or(() -> image);
        if (reference.isEmpty()) {
            return;
        }
        for (Optional<SliceSource> other : sources()) {
            other.ifPresent(o -> requireSameExtent(reference.get(), o));
        }
    }

    private static void requireSameExtent(SliceSource reference, SliceSource other) {
        if (!reference.shape().sameExtent(other.shape())) {
            throw InvalidInput.of(
                    "size of the " + other.name(),
                    other.shape().zyx() + " (Z x Y x X)",
                    "that of the " + reference.name() + ", " + reference.shape().zyx());
        }
    }
}
