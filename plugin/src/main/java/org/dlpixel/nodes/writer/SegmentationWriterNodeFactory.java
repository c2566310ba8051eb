package org.dlpixel.nodes.writer;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.io.OutputFolder;
import org.dlpixel.nodes.convert.KnimeProgress;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.convert.OptionalPorts;
import org.dlpixel.nodes.convert.Paths;
import org.dlpixel.nodes.convert.Pictures;
import org.dlpixel.nodes.convert.ScoreColumns;
import org.dlpixel.nodes.port.UNetModelPortObject;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.DynamicPortsAdder;

/** Node Segmentation Writer. */
public final class SegmentationWriterNodeFactory extends DefaultNodeFactory {

    private static final String SEGMENTATIONS = "Segmented volumes";
    private static final String SCORES = "Scores";
    private static final String OVERLAYS = "Overlays";
    private static final String CURVE = "Training curve";
    private static final String MODEL = "Model";
    private static final String FILES = "Files";

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Segmentation Writer")
                    .icon("./segmentation-writer.png")
                    .shortDescription(
                            "Writes segmentations and a report that shows how good they are.")
                    .fullDescription(
                            """
                            <p>Writes every segmentation as a TIFF stack that opens in Fiji, napari
                            and QuPath: class index per voxel, the size and voxel size of its
                            image. Further inputs can be added: scores become
                            <i>scores.csv</i>, overlays and the training curve become PNG files,
                            and all of them together with the model's settings one page,
                            <i>report.html</i>.</p>
                            <p>A file appears under its name only when it is complete; a file of
                            that name is replaced then and not before. The folder is checked before
                            the workflow starts.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .dynamicPorts(SegmentationWriterNodeFactory::ports)
                    .model(
                            m ->
                                    m.parametersClass(SegmentationWriterParameters.class)
                                            .configure(SegmentationWriterNodeFactory::configure)
                                            .execute(
                                                    NodeBody.of(
                                                            SegmentationWriterNodeFactory
                                                                    ::execute)))
                    .nodeType(NodeType.Sink)
                    .keywords("tiff", "report", "export", "segmentation");

    public SegmentationWriterNodeFactory() {
        super(NODE);
    }

    private static void ports(DynamicPortsAdder ports) {
        ports.addInputPortGroup(
                        SEGMENTATIONS,
                        g ->
                                g.name(SEGMENTATIONS)
                                        .description("One row per volume with a segmentation.")
                                        .fixed(BufferedDataTable.TYPE))
                .addInputPortGroup(
                        SCORES,
                        g ->
                                g.name(SCORES)
                                        .description("Pooled scores of the Segmentation Scorer.")
                                        .optional()
                                        .supportedTypes(BufferedDataTable.TYPE))
                .addInputPortGroup(
                        OVERLAYS,
                        g ->
                                g.name(OVERLAYS)
                                        .description("Pictures of the Segmentation Overlay.")
                                        .optional()
                                        .supportedTypes(BufferedDataTable.TYPE))
                .addInputPortGroup(
                        CURVE,
                        g ->
                                g.name(CURVE)
                                        .description("Training curve of the U-Net Learner.")
                                        .optional()
                                        .supportedTypes(BufferedDataTable.TYPE))
                .addInputPortGroup(
                        MODEL,
                        g ->
                                g.name(MODEL)
                                        .description("The model, for its settings and provenance.")
                                        .optional()
                                        .supportedTypes(UNetModelPortObject.TYPE))
                .addOutputPortGroup(
                        FILES,
                        g ->
                                g.name(FILES)
                                        .description("One row per written file.")
                                        .fixed(BufferedDataTable.TYPE));
    }

    private static DataTableSpec spec() {
        return new DataTableSpec(
                "Files",
                new DataColumnSpecCreator("File", StringCell.TYPE).createSpec(),
                new DataColumnSpecCreator("Content", StringCell.TYPE).createSpec());
    }

    private static void configure(ConfigureInput in, ConfigureOutput out)
            throws InvalidSettingsException {
        SegmentationWriterParameters parameters = in.getParameters();
        parameters.column(in.getInTableSpec(0));
        OptionalInt overlays = OptionalPorts.input(in.getPortsConfiguration(), OVERLAYS);
        if (overlays.isPresent()) {
            Pictures.require(in.getInTableSpec(overlays.getAsInt()), OVERLAYS);
        }
        OptionalInt curve = OptionalPorts.input(in.getPortsConfiguration(), CURVE);
        if (curve.isPresent()) {
            Pictures.require(in.getInTableSpec(curve.getAsInt()), CURVE);
        }
        try {
            OutputFolder.requirePlausible(Paths.resolve("output folder", parameters.m_folder));
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        out.setOutSpecs(spec());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws KNIMEException {
        SegmentationWriterParameters parameters = in.getParameters();
        ExecutionContext exec = in.getExecutionContext();
        Path folder = Paths.resolve("output folder", parameters.m_folder);
        OutputFolder.requireWritable(folder);
        ResultFiles files = new ResultFiles(folder, new KnimeProgress(exec));
        BufferedDataTable volumes = in.getInTable(0);
        files.segmentations(
                volumes, NodeBody.checked(() -> parameters.column(volumes.getDataTableSpec())));
        PortsConfiguration ports = in.getPortsConfiguration();
        OptionalPorts.input(ports, CURVE).ifPresent(i -> files.trainingCurve(in.getInTable(i)));
        OptionalPorts.input(ports, OVERLAYS).ifPresent(i -> files.overlays(in.getInTable(i)));
        OptionalPorts.input(ports, SCORES)
                .ifPresent(i -> files.scores(ScoreColumns.read(in.getInTable(i))));
        OptionalPorts.input(ports, MODEL)
                .ifPresent(i -> files.model(in.<UNetModelPortObject>getInPortObject(i).info()));
        files.report();
        out.setOutData(table(files, exec));
        files.warnings().show(out);
    }

    private static BufferedDataTable table(ResultFiles files, ExecutionContext exec) {
        BufferedDataContainer table = exec.createDataContainer(spec());
        int row = 0;
        for (ResultFiles.Written w : files.written()) {
            table.addRowToTable(
                    new DefaultRow(
                            "Row" + row++,
                            new StringCell(w.file().toString()),
                            new StringCell(w.content())));
        }
        table.close();
        return table.getTable();
    }
}
