package org.dlpixel.nodes.predictor;

import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.predict.ClassCounts;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.SlicePlace;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.knip.base.data.img.ImgPlusCell;

/** The columns of the two tables that the node puts out. */
final class OutputTables {

    private static final String FLICKER = "Flicker";
    private static final String PLAIN_FLICKER = "Flicker of single slices";

    private OutputTables() {}

    /** The input with the results appended. */
    static DataTableSpec volumes(DataTableSpec in, UNetSlicePredictorParameters p) {
        DataType type = p.m_output.format().isPresent() ? StringCell.TYPE : ImgPlusCell.TYPE;
        DataTableSpec spec = in;
        for (Product product : Product.of(p.m_output)) {
            String name =
                    product == Product.SEGMENTATION
                            ? p.m_outputColumn
                            : p.m_outputColumn + " " + product.text();
            spec = with(spec, name, type);
        }
        if (p.m_input.isPreview()) {
            String segmentation = spec.getColumnSpec(in.getNumColumns()).getName();
            spec = with(spec, Columns.slicesOf(segmentation), StringCell.TYPE);
        }
        spec = with(spec, FLICKER, DoubleCell.TYPE);
        return p.isRefined() ? with(spec, PLAIN_FLICKER, DoubleCell.TYPE) : spec;
    }

    private static DataTableSpec with(DataTableSpec spec, String name, DataType type) {
        String unique = DataTableSpec.getUniqueColumnName(spec, name);
        return new DataTableSpecCreator(spec)
                .addColumns(new DataColumnSpecCreator(unique, type).createSpec())
                .createSpec();
    }

    /** One row per volume, slice and class. */
    static DataTableSpec areas() {
        return new DataTableSpecCreator()
                .setName("Areas")
                .addColumns(
                        new DataColumnSpecCreator("Volume row", StringCell.TYPE).createSpec(),
                        new DataColumnSpecCreator(Columns.SOURCE, StringCell.TYPE).createSpec(),
                        new DataColumnSpecCreator(Columns.TIME, IntCell.TYPE).createSpec(),
                        new DataColumnSpecCreator(Columns.SLICE, IntCell.TYPE).createSpec(),
                        new DataColumnSpecCreator("Class", IntCell.TYPE).createSpec(),
                        new DataColumnSpecCreator("Class name", StringCell.TYPE).createSpec(),
                        new DataColumnSpecCreator("Pixels", LongCell.TYPE).createSpec(),
                        new DataColumnSpecCreator("Area", DoubleCell.TYPE).createSpec(),
                        new DataColumnSpecCreator("Volume", DoubleCell.TYPE).createSpec(),
                        new DataColumnSpecCreator("Unit", StringCell.TYPE).createSpec())
                .createSpec();
    }

    /** What the rows of one volume have in common. */
    record Volume(
            String key, String source, ClassList classes, VolumeShape shape, VoxelSize voxelSize) {

        /** Adds the rows of some slices. */
        void add(List<SliceStatistics.Slice> slices, BufferedDataContainer table) {
            slices.forEach(
                    slice -> add(SlicePlace.of(shape, slice.slice()), slice.counts(), table));
        }

        private void add(SlicePlace place, ClassCounts counts, BufferedDataContainer table) {
            for (int c = 0; c < classes.size(); c++) {
                table.addRowToTable(
                        new DefaultRow(
                                key + "_" + place.key() + "_" + c,
                                new StringCell(key),
                                new StringCell(source),
                                place.timeCell(),
                                place.sliceCell(),
                                new IntCell(c),
                                new StringCell(classes.name(c)),
                                new LongCell(counts.pixels().get(c)),
                                new DoubleCell(counts.area(c, voxelSize)),
                                new DoubleCell(counts.volume(c, voxelSize)),
                                new StringCell(voxelSize.unit())));
            }
        }
    }
}
