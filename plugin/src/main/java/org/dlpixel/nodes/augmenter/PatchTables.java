package org.dlpixel.nodes.augmenter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.view.PatchGrid;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.Pictures;
import org.dlpixel.nodes.convert.RegionTable;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.ExecutionContext;
import org.knime.knip.base.data.img.ImgPlusCellFactory;
import org.knime.node.DefaultModel.ExecuteOutput;

/** The tables of patches and of previews, filled row by row. */
final class PatchTables {

    /** Name of the row that a patch was cut from. */
    static final String SOURCE_ROW = "Source row";

    /** What was done to a patch, in order. */
    static final String OPERATIONS = "Operations";

    static final String SEED = "Seed";

    /** Share of pixels with a label. */
    static final String LABELLED = "Labelled";

    static final String PREVIEW = "Preview";

    private final ClassList classes;
    private final int seed;
    private final ImgPlusCellFactory cells;
    private final BufferedDataContainer patches;
    private final BufferedDataContainer previews;
    private final Set<String> keys = new HashSet<>();

    PatchTables(ExecutionContext exec, ClassList classes, int seed) {
        this.classes = classes;
        this.seed = seed;
        cells = new ImgPlusCellFactory(exec);
        patches = exec.createDataContainer(patchSpec());
        previews = exec.createDataContainer(previewSpec());
    }

    /** Labelled regions, and how they came to be. */
    static DataTableSpec patchSpec() {
        List<DataColumnSpec> columns = new ArrayList<>();
        DataTableSpec regions = RegionTable.spec();
        for (int i = 0; i < regions.getNumColumns(); i++) {
            columns.add(regions.getColumnSpec(i));
        }
        columns.add(column(SOURCE_ROW, StringCell.TYPE));
        columns.add(column(OPERATIONS, StringCell.TYPE));
        columns.add(column(SEED, IntCell.TYPE));
        columns.add(column(LABELLED, DoubleCell.TYPE));
        return new DataTableSpec("Patches", columns.toArray(DataColumnSpec[]::new));
    }

    static DataTableSpec previewSpec() {
        return new DataTableSpec(
                PREVIEW,
                column(Columns.SOURCE, StringCell.TYPE),
                column(Columns.SLICE, IntCell.TYPE),
                column(Columns.ROI, StringCell.TYPE),
                Pictures.column(PREVIEW));
    }

    private static DataColumnSpec column(String name, DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    void addPatch(RegionTable.Entry from, int index, Patch patch) throws IOException {
        LabelledRegion region = from.region();
        Roi whole = Roi.whole(patch.image().width(), patch.image().height());
        LabelledRegion cut =
                new LabelledRegion(
                        region.source(),
                        region.slice(),
                        whole,
                        Split.TRAIN,
                        patch.image(),
                        patch.labels(),
                        IntensityRange.UNIT);
        add(
                from.key() + "_" + index,
                cut,
                PixelType.FLOAT32,
                new StringCell(from.key()),
                new StringCell(String.join(", ", patch.operations())),
                new IntCell(seed),
                new DoubleCell(patch.labelledShare()));
    }

    /** Adds a region as it is. */
    void addHeldOut(RegionTable.Entry from) throws IOException {
        LabelledRegion region = from.region();
        double pixels = region.labels().classes().length;
        add(
                from.key(),
                region,
                from.type(),
                new StringCell(from.key()),
                DataType.getMissingCell(),
                DataType.getMissingCell(),
                new DoubleCell(region.labels().labelled() / pixels));
    }

    private void add(String key, LabelledRegion region, PixelType type, DataCell... extra)
            throws IOException {
        String unique = key;
        while (!keys.add(unique)) {
            unique = unique + "'";
        }
        patches.addRowToTable(RegionTable.row(unique, region, type, classes, cells, extra));
    }

    void addPreview(RegionTable.Entry from, PatchGrid grid) {
        LabelledRegion region = from.region();
        previews.addRowToTable(
                new DefaultRow(
                        from.key(),
                        Arrays.asList(
                                new StringCell(region.source()),
                                new IntCell(region.slice()),
                                new StringCell(region.roi().toString()),
                                Pictures.cell(grid.render().png()))));
    }

    /** Hands both tables over, patches first. */
    void finish(ExecuteOutput out) {
        patches.close();
        previews.close();
        out.setOutData(patches.getTable(), previews.getTable());
    }
}
