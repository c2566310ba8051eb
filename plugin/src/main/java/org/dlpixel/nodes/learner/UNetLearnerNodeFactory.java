package org.dlpixel.nodes.learner;

import java.io.IOException;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.PatchSource;
import org.dlpixel.core.train.Trainer;
import org.dlpixel.core.train.TrainingData;
import org.dlpixel.core.train.TrainingResult;
import org.dlpixel.core.train.TrainingSettings;
import org.dlpixel.nodes.convert.KnimeProgress;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.convert.RegionTable;
import org.dlpixel.nodes.convert.Warnings;
import org.dlpixel.nodes.port.NativeLibrary;
import org.dlpixel.nodes.port.UNetModelPortObject;
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

/** Node U-Net Learner. */
public final class UNetLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("U-Net Learner")
                    .icon("./unet-learner.png")
                    .shortDescription("Trains a 2-D U-Net on the labelled pixels of few slices.")
                    .fullDescription(
                            """
                            <p>Trains a residual U-Net, or a U-Net with a skip at full resolution,
                            that tells the classes of the labels apart.
                            The loss, by default cross entropy plus soft Dice, looks at
                            labelled pixels only.
                            Patches are drawn around labelled pixels, every class as often as the
                            others, and varied while training.</p>
                            <p>Regions whose split is <i>validation</i> are never trained on. After
                            every epoch they are segmented, and the model keeps the state with the
                            best Dice. Without such regions the last state is kept.</p>
                            <p>The default network is small on purpose: from few labels it
                            segments unlabelled slices better than larger ones, and it trains
                            within minutes on a laptop without a graphics card.</p>
                            <p>One seed, one data set and one number of threads give the same model
                            bit for bit. Canceling takes effect within one training step.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addInputTable(
                                                    "Labelled regions",
                                                    "One row per region or patch: image and sparse"
                                                            + " labels, optionally split, classes,"
                                                            + " low and high.")
                                            .addOutputPort(
                                                    "Model",
                                                    "The trained U-Net with its classes and"
                                                            + " normalisation.",
                                                    UNetModelPortObject.TYPE)
                                            .addOutputTable(
                                                    "History",
                                                    "One row per epoch: losses, Dice of the held-out"
                                                            + " regions, learning rate, time.")
                                            .addOutputTable(
                                                    "Training curve",
                                                    "One row with a picture of the history."))
                    .model(
                            m ->
                                    m.parametersClass(UNetLearnerParameters.class)
                                            .configure(UNetLearnerNodeFactory::configure)
                                            .execute(NodeBody.of(UNetLearnerNodeFactory::execute)))
                    .nodeType(NodeType.Learner)
                    .keywords("segmentation", "deep learning", "pixel classification", "training")
                    .addExternalResource(
                            "https://doi.org/10.1007/978-3-319-24574-4_28",
                            "Ronneberger et al. 2015, U-Net")
                    .addExternalResource(
                            "https://doi.org/10.1007/978-3-030-12029-0_40",
                            "Kerfoot et al. 2019, the residual U-Net");

    public UNetLearnerNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out)
            throws InvalidSettingsException {
        UNetLearnerParameters parameters = in.getParameters();
        parameters.columns(in.getInTableSpec(0));
        out.setOutSpecs(parameters.modelSpec(), HistoryTable.spec(), HistoryTable.curveSpec());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out)
            throws IOException, KNIMEException {
        UNetLearnerParameters parameters = in.getParameters();
        BufferedDataTable table = in.getInTable(0);
        RegionTable.ImageColumns columns =
                NodeBody.checked(() -> parameters.columns(table.getDataTableSpec()));
        RegionTable.Content content = RegionTable.read(table, columns);
        if (content.entries().isEmpty()) {
            throw new InvalidInput(
                    "Nothing to learn from: the table of labelled regions has "
                            + (table.size() == 0
                                    ? "no rows."
                                    : "no row with both an image and labels."));
        }
        TrainingResult result = train(parameters, content, in.getExecutionContext());
        ExecutionContext exec = in.getExecutionContext();
        out.setOutData(
                UNetModelPortObject.create(result.model(), parameters.modelSpec(), exec),
                HistoryTable.of(result.history(), exec),
                HistoryTable.curve(result.history(), content.classes(), exec));
        Warnings warnings = new Warnings();
        warnings.addAll(result.warnings());
        warnings.leftOut(content.skipped(), "without an image or labels");
        warnings.show(out);
    }

    private static TrainingResult train(
            UNetLearnerParameters parameters, RegionTable.Content content, ExecutionContext exec) {
        NativeLibrary.locate();
        TrainingSettings settings = parameters.training();
        int channels = content.regions().get(0).image().channels();
        UNetSettings network =
                parameters
                        .network()
                        .withInputChannels(channels)
                        .withClasses(content.classes().size());
        PatchSampler sampler =
                new PatchSampler(
                        settings.portions().patchSize(),
                        PatchPlacement.STRATIFIED,
                        parameters.augmentation());
        return new Trainer(network, settings)
                .train(
                        new TrainingData(
                                content.regions(), content.classes(), Normalization.defaults()),
                        PatchSource.sampled(
                                content.regions(),
                                sampler,
                                settings.portions().patchesPerEpoch(),
                                settings.seed()),
                        new KnimeProgress(exec));
    }
}
