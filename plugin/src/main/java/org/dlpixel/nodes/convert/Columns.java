package org.dlpixel.nodes.convert;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
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

    /** 0-based slice of the source; of the time point if there is a column {@link #TIME}. */
    public static final String SLICE = "Slice";

    /** 0-based time point of the source; missing if it has no more than one. */
    public static final String TIME = "Time";

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
     * The column that tells which slices of the image a segmentation has, as {@link SliceText}; it
     * has all if there is none.
     */
    public static String slicesOf(String segmentation) {
        return segmentation + " slices";
    }

    /**
     * The image column that a setting names, or the standard one, or the first.
     *
     * @throws InvalidSettingsException if there is none
     */
    public static int image(DataTableSpec spec, String setting, String standard)
            throws InvalidSettingsException {
        Optional<Integer> named = named(spec, setting, standard, Kind.IMAGE);
        return named.isPresent() ? named.get() : firstImage(spec);
    }

    /**
     * The column of images or of paths that a setting names, or the standard one, or the first of
     * images.
     *
     * @throws InvalidSettingsException if there is none
     */
    public static int volume(DataTableSpec spec, String setting, String standard)
            throws InvalidSettingsException {
        Optional<Integer> named = named(spec, setting, standard, Kind.VOLUME);
        return named.isPresent() ? named.get() : firstImage(spec);
    }

    private static int firstImage(DataTableSpec spec) throws InvalidSettingsException {
        return IntStream.range(0, spec.getNumColumns())
                .filter(i -> Kind.IMAGE.is(spec.getColumnSpec(i)))
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
        return required(spec, setting, standard, Kind.IMAGE);
    }

    /** The image column that a setting names, or the standard one, if there is one. */
    public static OptionalInt optionalImage(DataTableSpec spec, String setting, String standard)
            throws InvalidSettingsException {
        Optional<Integer> named = named(spec, setting, standard, Kind.IMAGE);
        return named.isPresent() ? OptionalInt.of(named.get()) : OptionalInt.empty();
    }

    /**
     * The column of segmentations, images or paths, that a setting names, or the standard one.
     *
     * @throws InvalidSettingsException if there is none
     */
    public static int segmentation(DataTableSpec spec, String setting)
            throws InvalidSettingsException {
        return required(spec, setting, SEGMENTATION, Kind.VOLUME);
    }

    private static int required(DataTableSpec spec, String setting, String standard, Kind kind)
            throws InvalidSettingsException {
        return named(spec, setting, standard, kind)
                .orElseThrow(
                        () ->
                                new InvalidSettingsException(
                                        "The table has no image column '"
                                                + standard
                                                + "'; choose the column. It has "
                                                + columnNames(spec)
                                                + "."));
    }

    /**
     * The column of images or of paths that a setting names, or the standard one of images, if
     * there is one: a text that happens to be called Label is no path.
     */
    public static OptionalInt optionalVolume(DataTableSpec spec, String setting, String standard)
            throws InvalidSettingsException {
        Kind kind = isEmpty(setting) ? Kind.IMAGE : Kind.VOLUME;
        Optional<Integer> named = named(spec, setting, standard, kind);
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

    /** What a column may hold. */
    private enum Kind {
        IMAGE("images") {
            @Override
            boolean is(DataColumnSpec column) {
                return column.getType().isCompatible(ImgPlusValue.class);
            }
        },

        /** Image cells are texts, too. */
        VOLUME("images or paths") {
            @Override
            boolean is(DataColumnSpec column) {
                return IMAGE.is(column) || column.getType().isCompatible(StringValue.class);
            }
        };

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        abstract boolean is(DataColumnSpec column);
    }

    private static boolean isEmpty(String setting) {
        return setting == null || setting.isBlank();
    }

    private static Optional<Integer> named(
            DataTableSpec spec, String setting, String standard, Kind kind)
            throws InvalidSettingsException {
        if (isEmpty(setting)) {
            DataColumnSpec column = spec.getColumnSpec(standard);
            return column != null && kind.is(column)
                    ? Optional.of(spec.findColumnIndex(standard))
                    : Optional.empty();
        }
        DataColumnSpec column = spec.getColumnSpec(setting);
        if (column == null) {
            throw new InvalidSettingsException(
                    "No column '" + setting + "' in the table; it has " + columnNames(spec) + ".");
        }
        if (!kind.is(column)) {
            throw new InvalidSettingsException(
                    "Column '"
                            + setting
                            + "' holds "
                            + column.getType()
                            + ", must hold "
                            + kind.text
                            + ".");
        }
        return Optional.of(spec.findColumnIndex(setting));
    }

    private static String columnNames(DataTableSpec spec) {
        return spec.getNumColumns() == 0 ? "no columns" : String.join(", ", spec.getColumnNames());
    }
}
