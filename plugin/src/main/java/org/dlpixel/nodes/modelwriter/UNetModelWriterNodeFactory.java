package org.dlpixel.nodes.modelwriter;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.io.OutputFolder;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.bioimage.BioimageModel;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.port.NativeLibrary;
import org.dlpixel.nodes.port.UNetModelPortObject;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Node U-Net Model Writer. */
public final class UNetModelWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("U-Net Model Writer")
                    .icon("./unet-model-writer.png")
                    .shortDescription("Writes a trained U-Net as a bioimage.io package.")
                    .fullDescription(
                            """
                            <p>Writes one zip that follows the bioimage.io model specification 0.5,
                            the format of the BioImage Model Zoo: the description
                            (<i>rdf.yaml</i>) with authors, licence, axes, sizes, halo, class names and
                            normalisation, the network as TorchScript, its weights as safetensors,
                            a documentation with history and provenance, and a test image with the
                            result that the model really gives.</p>
                            <p>Where a model corrects its scores (temperature, shift of the
                            classes' shares), the TorchScript does, too; the safetensors hold the
                            weights as they were trained. Neighbouring slices are channels.</p>
                            <p>The U-Net Model Reader restores the model exactly. Other programs
                            normalise the image that they are given; a model that was trained on
                            volumes normalised as a whole gives them the same result if the volume
                            is normalised first.</p>
                            <p>A model that another program made is copied as it is, with its own
                            name, authors and licence.</p>
                            <p>The file appears under its name only when it is complete.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addInputPort(
                                                    "Model",
                                                    "The trained U-Net.",
                                                    UNetModelPortObject.TYPE)
                                            .addOutputTable(
                                                    "Files",
                                                    "One row with the path of the written file."))
                    .model(
                            m ->
                                    m.parametersClass(UNetModelWriterParameters.class)
                                            .configure(UNetModelWriterNodeFactory::configure)
                                            .execute(
                                                    NodeBody.of(
                                                            UNetModelWriterNodeFactory::execute)))
                    .nodeType(NodeType.Sink)
                    .keywords("bioimage.io", "export", "save", "TorchScript", "safetensors")
                    .addExternalResource("https://bioimage.io", "BioImage Model Zoo");

    public UNetModelWriterNodeFactory() {
        super(NODE);
    }

    private static DataTableSpec spec() {
        return new DataTableSpec(
                "Files", new DataColumnSpecCreator("File", StringCell.TYPE).createSpec());
    }

    private static void configure(ConfigureInput in, ConfigureOutput out)
            throws InvalidSettingsException {
        UNetModelWriterParameters parameters = in.getParameters();
        try {
            parameters.description();
            OutputFolder.requirePlausible(parameters.file().getParent());
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        out.setOutSpecs(spec());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) {
        UNetModelWriterParameters parameters = in.getParameters();
        UNetModelPortObject port = in.getInPortObject(0);
        Path file = parameters.file();
        if (Files.isDirectory(file)) {
            throw InvalidInput.of("path of the package", file, "no folder");
        }
        if (port.sliceModel() instanceof PixelModel model) {
            NativeLibrary.locate();
            BioimageModel.write(model, parameters.description(), file);
        } else {
            port.copyTo(file);
            out.setWarningMessage(
                    "Another program made the model: its package was copied as it is, with its own"
                            + " name, authors and licence.");
        }
        BufferedDataContainer table = in.getExecutionContext().createDataContainer(spec());
        table.addRowToTable(new DefaultRow("Row0", new StringCell(file.toString())));
        table.close();
        out.setOutData(table.getTable());
    }
}
