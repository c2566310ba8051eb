package org.dlpixel.nodes.convert;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.knip.base.data.img.ImgPlusValue;

/**
 * The columns of an image table and how a node finds them.
 *
 * <p>An empty column setting always means "find it": by the standard name, or else the first image
 * column. KNIME lets a node guess its columns only if it was connected before it was ever saved.
 */
public final class Columns {

    /** Raw intensities: X, Y of a region, or X, Y, Z of a volume. */
    public static final String IMAGE = "Image";

    /** Sparse labels: 0 unlabelled, 1 background, 2.. classes. */
    public static final String LABEL = "Label";

    /** Dense truth: class index per voxel. */
    public static final String TRUTH = "Truth";

    /** Predicted class index per voxel. */
    public static final String SEGMENTATION = "Segmentation";

    /** Where the image comes from. */
    public static final String SOURCE = "Source";

    /** 0-based slice of the source. */
    public static final String SLICE = "Slice";

    /** {@code xstart,ystart,xend,yend}, half-open. */
    public static final String ROI = "ROI";

    /** {@code train} or {@code validation}. */
    public static final String SPLIT = "Split";

    /** Class names by class index. */
    public static final String CLASSES = "Classes";

    /** Intensity of the source that becomes 0. */
    public static final String LOW = "Low";

    /** Intensity of the source that becomes 1. */
    public static final String HIGH = "High";

    private Columns() {}

    /**
     * The image column that a setting names, or the standard one, or the first.
     *
     * @throws InvalidSettingsException if there is none
     */
    public static int image(DataTableSpec spec, String setting, String standard)
            throws InvalidSettingsException {
        Optional<Integer> named = named(spec, setting, standard);
        if (named.isPresent()) {
            return named.get();
        }
        return IntStream.range(0, spec.getNumColumns())
                .filter(i -> isImage(spec.getColumnSpec(i)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidSettingsException(
                                        "The table has no image column; it has "
                                                + columnNames(spec)
                                                + ". Use an image reader before this node."));
    }

    /**
     * The image column that a setting names, or the standard one.
     *
     * @throws InvalidSettingsException if there is none
     */
    public static int labels(DataTableSpec spec, String setting, String standard)
            throws InvalidSettingsException {
        return named(spec, setting, standard)
                .orElseThrow(
                        () ->
                                new InvalidSettingsException(
                                        "The table has no image column '"
                                                + standard
                                                + "'; choose the column. It has "
                                                + columnNames(spec)
                                                + "."));
    }

    /** The image column that a setting names, or the standard one, if there is one. */
    public static OptionalInt optionalImage(DataTableSpec spec, String setting, String standard)
            throws InvalidSettingsException {
        Optional<Integer> named = named(spec, setting, standard);
        return named.isPresent() ? OptionalInt.of(named.get()) : OptionalInt.empty();
    }

    /** A plain column of that name and kind, if there is one. */
    public static OptionalInt plain(
            DataTableSpec spec, String name, Class<? extends DataValue> kind) {
        DataColumnSpec column = spec.getColumnSpec(name);
        return column != null && column.getType().isCompatible(kind)
                ? OptionalInt.of(spec.findColumnIndex(name))
                : OptionalInt.empty();
    }

    private static Optional<Integer> named(DataTableSpec spec, String setting, String standard)
            throws InvalidSettingsException {
        if (setting == null || setting.isBlank()) {
            DataColumnSpec column = spec.getColumnSpec(standard);
            return column != null && isImage(column)
                    ? Optional.of(spec.findColumnIndex(standard))
                    : Optional.empty();
        }
        DataColumnSpec column = spec.getColumnSpec(setting);
        if (column == null) {
            throw new InvalidSettingsException(
                    "No column '" + setting + "' in the table; it has " + columnNames(spec) + ".");
        }
        if (!isImage(column)) {
            throw new InvalidSettingsException(
                    "Column '" + setting + "' holds " + column.getType() + ", must hold images.");
        }
        return Optional.of(spec.findColumnIndex(setting));
    }

    private static boolean isImage(DataColumnSpec column) {
        return column.getType().isCompatible(ImgPlusValue.class);
    }

    private static String columnNames(DataTableSpec spec) {
        return spec.getNumColumns() == 0 ? "no columns" : String.join(", ", spec.getColumnNames());
    }
}
