package org.dlpixel.nodes.predictor;

import java.io.IOException;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.port.UNetModelPortObject;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
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
                            <p><b>Input.</b> Volumes are image cells, or paths to TIFF, BigTIFF or
                            OME-TIFF files, to folders of slice images, or to OME-Zarr 0.1 to 0.5;
                            the type of the chosen column decides. Files are read slice by slice
                            and may be larger than the memory. Axes are found by name; a volume
                            has X and Y, and any of Z, Time and Channel, and so has the result.
                            Every time point is a volume of its own: networks of neighbouring
                            slices, averages, smoothing and flicker never mix two of them; only
                            the intensity range is that of all. Slices are cut across z, y or x.
                            For a preview, some slices can be chosen, the same of every time
                            point; those that are not predicted are left out of the result, and a
                            column tells which it has.</p>
                            <p><b>Exactness.</b> A slice is run whole where it is small enough,
                            and otherwise in aligned tiles with the context that the network
                            needs: both give the same result. MONAI's sliding window is there for
                            comparison. Intensities are normalised as the model says, with the
                            range of the row (columns Low and High) if it is there, else with the
                            percentiles of the volume. A model that sees neighbouring slices finds
                            them in the volume, mirrored at its ends. The correction that a model
                            stores, for its calibration and for the share of each class, is
                            applied.</p>
                            <p><b>Better than slice by slice.</b> Probabilities can be averaged over
                            flips and rotations of each slice (test-time augmentation), over
                            slices across all three axes, and smoothed across neighbouring slices.
                            The column Flicker tells the share of voxels that change class and
                            change back between neighbouring slices; where slices are averaged or
                            smoothed, a further column tells it without that, except for volumes
                            whose prediction went on after an interruption.</p>
                            <p><b>Output.</b> Image cells up to a size that is set, or OME-Zarr
                            (multiscale pyramid, labels group with names and colours of the
                            classes, voxel size) or TIFF files in a folder, whose paths stand in
                            the table: the Segmentation Scorer, Overlay and Writer take these, too.
                            Files appear under their name only when they are complete. If the node
                            was interrupted, or the disk was full, executing it again with the
                            same model, settings and volumes goes on with the missing slices and
                            gives the same bytes. No result ever replaces an input. Probabilities per class, and a map of the
                            uncertainty, are further columns.</p>
                            <p>Reading, inference and writing overlap; progress tells slices per
                            second and the time left; cancelling takes the time of one tile.
                            A missing image gives missing results and one warning; a table without
                            rows gives tables without rows.</p>
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
                                                    "One row per volume: an image, or a path.")
                                            .addOutputTable(
                                                    "Segmented volumes",
                                                    "The input with the segmentation and"
                                                            + " what else is asked for appended.")
                                            .addOutputTable(
                                                    "Areas",
                                                    "One row per volume, time point, slice"
                                                            + " (across z) and class:"
                                                            + " pixels, area in squares and volume in"
                                                            + " cubes of the voxel size's unit."))
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
        parameters.column(spec);
        try {
            parameters.m_output.requirePlausible();
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        out.setOutSpecs(OutputTables.volumes(spec, parameters), OutputTables.areas());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out)
            throws IOException, KNIMEException {
        UNetSlicePredictorParameters parameters = in.getParameters();
        BufferedDataTable table = in.getInTable(TABLE);
        int column = NodeBody.checked(() -> parameters.column(table.getDataTableSpec()));
        new Prediction(parameters, in.getInPortObject(0), in.getExecutionContext(), column)
                .run(table, out);
    }
}
