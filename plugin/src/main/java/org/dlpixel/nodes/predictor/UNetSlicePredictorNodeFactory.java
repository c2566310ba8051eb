package org.dlpixel.nodes.predictor;

import java.io.IOException;
import java.util.OptionalInt;
import net.imagej.ImgPlus;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.predict.PredictionSettings;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePredictor;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.ImgPlusImages;
import org.dlpixel.nodes.convert.KnimeProgress;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.convert.VolumeRow;
import org.dlpixel.nodes.convert.Warnings;
import org.dlpixel.nodes.port.NativeLibrary;
import org.dlpixel.nodes.port.UNetModelPortObject;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.append.AppendedColumnRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.knip.base.data.img.ImgPlusCell;
import org.knime.knip.base.data.img.ImgPlusCellFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Node U-Net Slice Predictor. */
public final class UNetSlicePredictorNodeFactory extends DefaultNodeFactory {

    private static final int TABLE = 1;

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("U-Net Slice Predictor")
                    .icon("./unet-slice-predictor.png")
                    .shortDescription("Segments volumes slice by slice with a trained U-Net.")
                    .fullDescription(
                            """
                            <p>Applies a model to every slice of every volume and appends the
                            segmentation: the index of the most probable class per voxel, 0 for
                            background.</p>
                            <p>A slice is run whole where it is small enough, and otherwise in
                            aligned tiles with the context that the network needs: both give the
                            same result. Intensities are normalised as the model says, with the
                            range of the row (columns Low and High) if it is there, else with the
                            percentiles of the volume.</p>
                            <p>A model that sees neighbouring slices finds them in the volume,
                            mirrored at its ends. The correction that a model stores, for its
                            calibration and for the share of each class, is applied.</p>
                            <p>A missing image gives a missing segmentation and one warning.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addInputPort(
                                                    "Model",
                                                    "The trained U-Net.",
                                                    UNetModelPortObject.TYPE)
                                            .addInputTable(
                                                    "Volumes",
                                                    "One row per volume with an image column.")
                                            .addOutputTable(
                                                    "Segmented volumes",
                                                    "The input with the segmentation appended."))
                    .model(
                            m ->
                                    m.parametersClass(UNetSlicePredictorParameters.class)
                                            .configure(UNetSlicePredictorNodeFactory::configure)
                                            .execute(
                                                    NodeBody.of(
                                                            UNetSlicePredictorNodeFactory
                                                                    ::execute)))
                    .nodeType(NodeType.Predictor)
                    .keywords("segmentation", "deep learning", "pixel classification", "inference");

    public UNetSlicePredictorNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out)
            throws InvalidSettingsException {
        UNetSlicePredictorParameters parameters = in.getParameters();
        DataTableSpec spec = in.getInTableSpec(TABLE);
        Columns.image(spec, parameters.m_imageColumn, Columns.IMAGE);
        out.setOutSpecs(outputSpec(spec, parameters));
    }

    private static DataTableSpec outputSpec(DataTableSpec in, UNetSlicePredictorParameters p) {
        String name = DataTableSpec.getUniqueColumnName(in, p.m_outputColumn);
        return new DataTableSpecCreator(in)
                .addColumns(new DataColumnSpecCreator(name, ImgPlusCell.TYPE).createSpec())
                .createSpec();
    }

    private static void execute(ExecuteInput in, ExecuteOutput out)
            throws IOException, KNIMEException {
        UNetSlicePredictorParameters parameters = in.getParameters();
        UNetModelPortObject port = in.getInPortObject(0);
        BufferedDataTable table = in.getInTable(TABLE);
        DataTableSpec spec = table.getDataTableSpec();
        int column =
                NodeBody.checked(
                        () -> Columns.image(spec, parameters.m_imageColumn, Columns.IMAGE));
        NativeLibrary.locate();
        PredictionSettings settings = parameters.settings();
        try (SlicePredictor predictor = SlicePredictor.open(port.sliceModel(), settings)) {
            new Prediction(predictor, in.getExecutionContext(), column)
                    .run(table, outputSpec(spec, parameters), out);
        }
    }

    /** One execution: every row is read, segmented and written before the next one. */
    private record Prediction(SlicePredictor predictor, ExecutionContext exec, int column) {

        void run(BufferedDataTable table, DataTableSpec spec, ExecuteOutput out)
                throws IOException {
            ImgPlusCellFactory cells = new ImgPlusCellFactory(exec);
            BufferedDataContainer container = exec.createDataContainer(spec);
            VolumeRow.ImageColumns columns =
                    new VolumeRow.ImageColumns(
                            OptionalInt.of(column),
                            OptionalInt.empty(),
                            OptionalInt.empty(),
                            OptionalInt.empty());
            int missing = 0;
            long done = 0;
            try (CloseableRowIterator rows = table.iterator()) {
                while (rows.hasNext()) {
                    DataRow row = rows.next();
                    VolumeRow volume = VolumeRow.of(table.getDataTableSpec(), row, columns);
                    DataCell cell = DataType.getMissingCell();
                    if (volume.image().isEmpty()) {
                        missing++;
                    } else {
                        double from = (double) done / table.size();
                        double to = (double) (done + 1) / table.size();
                        cell = segment(volume, cells, new KnimeProgress(exec).part(from, to));
                    }
                    done++;
                    container.addRowToTable(new AppendedColumnRow(row, cell));
                }
            }
            container.close();
            out.setOutData(container.getTable());
            Warnings warnings = new Warnings();
            warnings.count(missing, "without an image got a missing segmentation.");
            warnings.show(out);
        }

        private DataCell segment(VolumeRow volume, ImgPlusCellFactory cells, Progress progress)
                throws IOException {
            SliceSource source = volume.image().orElseThrow();
            ImgPlus<UnsignedByteType> segmentation =
                    ImgPlusImages.segmentation(source.shape(), volume.source(), source.voxelSize());
            PredictionSink sink =
                    p ->
                            System.arraycopy(
                                    p.classes(),
                                    0,
                                    ImgPlusImages.classPlane(segmentation, p.slice()),
                                    0,
                                    p.classes().length);
            if (volume.range().isPresent()) {
                predictor.predict(source, volume.range().get(), sink, progress);
            } else {
                predictor.predict(source, sink, progress);
            }
            return cells.createCell(segmentation);
        }
    }
}
