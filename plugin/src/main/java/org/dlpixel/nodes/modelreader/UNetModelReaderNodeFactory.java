package org.dlpixel.nodes.modelreader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.SliceModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.bioimage.BioimageModel;
import org.dlpixel.core.network.bioimage.StateDictFile;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.port.NativeLibrary;
import org.dlpixel.nodes.port.UNetModelPortObject;
import org.dlpixel.nodes.port.UNetModelSpec;
import org.knime.core.node.ExecutionContext;
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
                    .shortDescription(
                            "Reads a model from a bioimage.io package, or weights of MONAI.")
                    .fullDescription(
                            """
                            <p>Reads a model that the U-Net Model Writer wrote, exactly as it was:
                            network, weights, classes, normalisation, correction, history and
                            provenance. Nothing in such a package is run: the network is built from
                            its settings, and its weights are plain numbers.</p>
                            <p>Packages of other programs (specification 0.4 or 0.5) can segment, if
                            their network is TorchScript with one two-dimensional input and one
                            output of the same size, axes batch, channel, y, x. Their processing is
                            done slice by slice: ensure_dtype (floats), scale_linear, scale_range,
                            zero_mean_unit_variance, fixed_zero_mean_unit_variance and clip before,
                            sigmoid, softmax and binarize after the network. Slices that are larger
                            than one tile are cut into overlapping ones with the halo that the
                            package states. Whatever else a package asks for is refused, with the
                            reason.</p>
                            <p>Channels after a softmax are classes; after a sigmoid each channel is
                            a class, and the background is where none is above .5. If a package
                            names neither, its test output tells them apart. A channel called
                            <i>background</i> becomes the first class.</p>
                            <p><b>The TorchScript of another program is code</b>, run by libtorch
                            when the model segments: read only packages from sources that you
                            trust.</p>
                            <p>Weights in a <i>.safetensors</i> file with the names of MONAI's
                            state_dict become a model, too: of its <i>UNet</i> (2-D, channels f, f,
                            2f, 4f, ..., strides 2, 1 to 4 residual units) or <i>BasicUNet</i>
                            (features f, 2f, 4f, ..., f), with batch norm and LeakyReLU. The
                            network follows from the shapes; class names and normalisation are
                            settings here. Packages of the U-Net Model Writer hold such a file, for
                            the way back.</p>
                            <p>Packages are read with care, since they may come from anywhere:
                            nothing is unpacked to disk, this extension runs no pickle, weights are
                            checked against their hash, and sizes are limited.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addOutputPort(
                                            "Model",
                                            "The model of the package.",
                                            UNetModelPortObject.TYPE))
                    .model(
                            m ->
                                    m.parametersClass(UNetModelReaderParameters.class)
                                            .configure(UNetModelReaderNodeFactory::configure)
                                            .execute(
                                                    NodeBody.of(
                                                            UNetModelReaderNodeFactory::execute)))
                    .nodeType(NodeType.Source)
                    .keywords(
                            "bioimage.io", "import", "load", "safetensors", "MONAI", "TorchScript")
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
                out.setOutSpec(0, spec(parameters));
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
        ExecutionContext exec = in.getExecutionContext();
        out.setOutData(
                parameters.isStateDict() ? weights(parameters, exec) : model(parameters, exec));
    }

    /** The package is read whole, to find what is wrong now, and passed on as it is. */
    private static UNetModelPortObject model(
            UNetModelReaderParameters parameters, ExecutionContext exec) throws IOException {
        SliceModel model = BioimageModel.readAny(parameters.file());
        return UNetModelPortObject.create(parameters.file(), model.metadata(), exec);
    }

    private static UNetModelPortObject weights(
            UNetModelReaderParameters parameters, ExecutionContext exec) throws IOException {
        PixelModel model =
                new StateDictFile(parameters.file())
                        .read(parameters.classNames(), parameters.m_normalisation.normalization());
        NativeLibrary.locate();
        return UNetModelPortObject.create(model, UNetModelSpec.of(model.metadata()), exec);
    }

    private static UNetModelSpec spec(UNetModelReaderParameters parameters) {
        if (parameters.isStateDict()) {
            UNetSettings network = new StateDictFile(parameters.file()).settings();
            return new UNetModelSpec(network.architecture().name(), network.depth());
        }
        return UNetModelSpec.of(BioimageModel.readInfo(parameters.file()));
    }
}
