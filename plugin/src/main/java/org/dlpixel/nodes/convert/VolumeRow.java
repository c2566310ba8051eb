package org.dlpixel.nodes.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelEncoding;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.predict.SliceRange;
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
 * @param preview which slices of the image the segmentation has, if the row tells
 */
public record VolumeRow(
        String key,
        String source,
        Optional<SliceSource> image,
        Optional<SliceSource> labels,
        Optional<SliceSource> truth,
        Optional<SliceSource> segmentation,
        Optional<ClassList> classes,
        Optional<IntensityRange> range,
        Optional<SliceRange> preview)
        implements AutoCloseable {

    /** Which columns hold the images of a row. */
    public record ImageColumns(
            OptionalInt image, OptionalInt labels, OptionalInt truth, OptionalInt segmentation) {}

    /**
     * Opens the images of a row; all must have the same extent, but a segmentation only has the
     * slices that the column {@link Columns#slicesOf} tells.
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
            String source = source(spec, row, columns.image());
            VolumeRow volume = of(plain, key, source, opened, preview(spec, plain, columns));
            volume.requireSameExtent();
            return volume;
        } catch (RuntimeException e) {
            close(opened);
            throw e;
        }
    }

    private static VolumeRow of(
            PlainCells plain,
            String key,
            String source,
            List<Optional<SliceSource>> sources,
            Optional<SliceRange> preview) {
        return new VolumeRow(
                key,
                source,
                sources.get(0),
                sources.get(1),
                sources.get(2),
                sources.get(3),
                plain.texts(Columns.CLASSES).map(ClassList::new),
                VolumeTable.intensityRange(plain),
                preview);
    }

    private static Optional<SliceRange> preview(
            DataTableSpec spec, PlainCells plain, ImageColumns columns) {
        return columns.segmentation().stream()
                .mapToObj(i -> Columns.slicesOf(spec.getColumnSpec(i).getName()))
                .findFirst()
                .flatMap(plain::text)
                .map(SliceText::parse);
    }

    /**
     * Where the image of a row comes from: what the row says, or its path, or the row's name.
     *
     * @param image the column of the image, if there is one
     */
    public static String source(DataTableSpec spec, DataRow row, OptionalInt image) {
        return new PlainCells(spec, row)
                .text(Columns.SOURCE)
                .or(() -> path(row, image))
                .orElse(row.getKey().getString());
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

    /**
     * The slices of image, labels and truth that the segmentation has, in its order; all of them if
     * nothing tells otherwise.
     */
    public List<Integer> segmentedSlices() {
        SliceSource found = segmentation.orElseThrow();
        Optional<VolumeShape> whole = whole();
        return preview.isPresent() && whole.isPresent()
                ? preview.get().of(whole.get())
                : IntStream.range(0, found.shape().slices()).boxed().toList();
    }

    /** Where a slice of the image, or else of labels, truth or segmentation, lies. */
    public SlicePlace place(int slice) {
        return SlicePlace.of(whole().orElseGet(() -> segmentation.orElseThrow().shape()), slice);
    }

    /** The extent of all but the segmentation; what knows of time points decides. */
    private Optional<VolumeShape> whole() {
        return Stream.of(image, labels, truth)
                .flatMap(Optional::stream)
                .map(SliceSource::shape)
                .reduce((a, b) -> a.times() == 1 ? b : a);
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
        List<SliceSource> present = sources().stream().flatMap(Optional::stream).toList();
        if (present.size() < 2) {
            return;
        }
        SliceSource reference = segmentation.orElse(present.get(0));
        VolumeShape expected = reference.shape();
        if (segmentation.isPresent() && preview.isPresent()) {
            int slices = segmentedSlices().size();
            requireExtent(whole().orElseThrow().withSlices(slices), "slices chosen", reference);
            reference = image.or(() -> labels).or(() -> truth).orElseThrow();
            expected = whole().orElseThrow();
            present = present.stream().filter(s -> s != segmentation.get()).toList();
        }
        for (SliceSource other : present) {
            requireExtent(expected, reference.name(), other);
        }
    }

    private static void requireExtent(VolumeShape expected, String of, SliceSource other) {
        if (!expected.sameExtent(other.shape())) {
            throw InvalidInput.of(
                    "size of the " + other.name(),
                    other.shape().zyx() + " (" + other.shape().zyxAxes() + ")",
                    "that of the " + of + ", " + expected.zyx());
        }
    }
}
