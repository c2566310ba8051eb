package org.dlpixel.nodes.modelreader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.bioimage.BioimageModel;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.port.UNetModelPortObject;
import org.dlpixel.nodes.port.UNetModelSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Node U-Net Model Reader. */
public final class UNetModelReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("U-Net Model Reader")
                    .icon("./unet-model-reader.png")
                    .shortDescription("Reads a U-Net from a bioimage.io package.")
                    .fullDescription(
                            """
                            <p>Reads a model that the U-Net Model Writer wrote, exactly as it was:
                            network, weights, classes, normalisation, history and provenance.</p>
                            <p>Packages are read with care, since they may come from anywhere:
                            nothing is unpacked to disk, no code and no pickle of the package is
                            run, the weights are checked against their hash, and sizes are
                            limited.</p>
                            <p>Packages of other programs are refused, with the reason.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addOutputPort(
                                            "Model",
                                            "The U-Net of the package.",
                                            UNetModelPortObject.TYPE))
                    .model(
                            m ->
                                    m.parametersClass(UNetModelReaderParameters.class)
                                            .configure(UNetModelReaderNodeFactory::configure)
                                            .execute(
                                                    NodeBody.of(
                                                            UNetModelReaderNodeFactory::execute)))
                    .nodeType(NodeType.Source)
                    .keywords("bioimage.io", "import", "load", "safetensors")
                    .addExternalResource("https://bioimage.io", "BioImage Model Zoo");

    public UNetModelReaderNodeFactory() {
        super(NODE);
    }

    /** A file that is still to be written gives no spec, and a warning. */
    private static void configure(ConfigureInput in, ConfigureOutput out)
            throws InvalidSettingsException {
        UNetModelReaderParameters parameters = in.getParameters();
        try {
            Path file = parameters.file();
            if (Files.exists(file)) {
                out.setOutSpec(0, spec(BioimageModel.readMetadata(file)));
            } else {
                out.setOutSpec(0, (UNetModelSpec) null);
                out.setWarningMessage("There is no file " + file + " yet.");
            }
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws IOException {
        UNetModelReaderParameters parameters = in.getParameters();
        PixelModel model = BioimageModel.read(parameters.file());
        out.setOutData(
                UNetModelPortObject.create(
                        model, spec(model.metadata()), in.getExecutionContext()));
    }

    private static UNetModelSpec spec(ModelMetadata metadata) {
        return new UNetModelSpec(
                metadata.network().architecture().name(), metadata.network().depth());
    }
}
