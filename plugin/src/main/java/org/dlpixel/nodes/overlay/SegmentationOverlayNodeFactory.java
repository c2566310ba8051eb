package org.dlpixel.nodes.overlay;

import org.dlpixel.core.image.Progress;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.KnimeProgress;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.convert.Pictures;
import org.dlpixel.nodes.convert.ScoreColumns;
import org.dlpixel.nodes.convert.VolumeRow;
import org.dlpixel.nodes.convert.Warnings;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Node Segmentation Overlay. */
public final class SegmentationOverlayNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Segmentation Overlay")
                    .icon("./segmentation-overlay.png")
                    .shortDescription("Shows segmentations, labels and errors on the image.")
                    .fullDescription(
                            """
                            <p>Draws some slices of every volume as PNG pictures: the image with
                            its labels as strokes, the segmentation as coloured areas with
                            contours, and, where the truth is known, what is right, too much and
                            missed. Colours can be told apart by colour-blind readers.</p>
                            <p>Annotated slices and slices without labels are shown in turn, evenly
                            spread over the volume.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addInputTable(
                                                    "Segmented volumes",
                                                    "Image and segmentation, optionally labels and"
                                                            + " truth, per row.")
                                            .addOutputTable(
                                                    "Overlays", "One row and picture per slice."))
                    .model(
                            m ->
                                    m.parametersClass(SegmentationOverlayParameters.class)
                                            .configure(SegmentationOverlayNodeFactory::configure)
                                            .execute(
                                                    NodeBody.of(
                                                            SegmentationOverlayNodeFactory
                                                                    ::execute)))
                    .nodeType(NodeType.Visualizer)
                    .keywords("overlay", "segmentation", "view", "png");

    public SegmentationOverlayNodeFactory() {
        super(NODE);
    }

    private static DataTableSpec spec() {
        return new DataTableSpec(
                "Overlays",
                new DataColumnSpecCreator(Columns.SOURCE, StringCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.TIME, IntCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.SLICE, IntCell.TYPE).createSpec(),
                new DataColumnSpecCreator(ScoreColumns.SCOPE, StringCell.TYPE).createSpec(),
                Pictures.column("Overlay"));
    }

    private static void configure(ConfigureInput in, ConfigureOutput out)
            throws InvalidSettingsException {
        SegmentationOverlayParameters parameters = in.getParameters();
        parameters.columns(in.getInTableSpec(0));
        out.setOutSpecs(spec());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws KNIMEException {
        SegmentationOverlayParameters parameters = in.getParameters();
        ExecutionContext exec = in.getExecutionContext();
        BufferedDataTable table = in.getInTable(0);
        VolumeRow.ImageColumns columns =
                NodeBody.checked(() -> parameters.columns(table.getDataTableSpec()));
        BufferedDataContainer container = exec.createDataContainer(spec());
        int skipped = 0;
        long done = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                double from = (double) done / table.size();
                double to = (double) ++done / table.size();
                try (VolumeRow row = VolumeRow.of(table.getDataTableSpec(), rows.next(), columns)) {
                    if (row.image().isEmpty() || row.segmentation().isEmpty()) {
                        skipped++;
                    } else {
                        Progress progress = new KnimeProgress(exec).part(from, to);
                        draw(row, parameters.m_slices, progress, container);
                    }
                }
            }
        }
        container.close();
        out.setOutData(container.getTable());
        Warnings warnings = new Warnings();
        warnings.leftOut(skipped, "without an image or a segmentation");
        warnings.show(out);
    }

    private static void draw(
            VolumeRow row, int slices, Progress progress, BufferedDataContainer container) {
        for (SlicePictures.Picture p : new SlicePictures(row).draw(slices, progress)) {
            container.addRowToTable(
                    new DefaultRow(
                            row.key() + "_" + p.place().key(),
                            new StringCell(row.source()),
                            p.place().timeCell(),
                            p.place().sliceCell(),
                            new StringCell(p.scope().label()),
                            Pictures.cell(p.png())));
        }
    }
}
