package org.dlpixel.nodes.learner;

import java.io.IOException;
import java.util.OptionalInt;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.port.UNetModelSpec;
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
                            <p>Labels are held out to judge the model: regions whose split is
                            <i>validation</i>; if there are none, every labelled slice once, by a
                            network of its own (cross-validation), and the model then learns from
                            all of them; if there is a single region, a part of it. No pixel is on
                            both sides. They tell Dice with its confidence, calibrate the
                            probabilities, and choose the best epoch where the model itself does not
                            learn from them.</p>
                            <p>With the input <i>Volumes</i>, a port that can be added, the
                            unlabelled rest is learnt from, too: networks and a random forest that
                            learnt from the labels teach the last network what they are sure of.
                            Since scribbles show rare classes too often, the share of each class in
                            the volumes is estimated and stored as a correction. The volumes also
                            give the neighbouring slices, if the network is to see them (2.5-D);
                            this needs the labelled regions themselves, not patches of them.</p>
                            <p>With the input <i>Start model</i>, a port that can be added, a model
                            is trained on, with its network, its neighbouring slices and its
                            normalisation, instead of a new network; the classes must be the
                            same.</p>
                            <p>The default network is small on purpose: from few labels it
                            segments unlabelled slices better than larger ones, and it trains
                            within minutes on a laptop without a graphics card.</p>
                            <p>One seed, one data set and one number of threads give the same model
                            bit for bit on the processor. Canceling takes effect within one training
                            step; with a checkpoint folder, training goes on where it stopped.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .dynamicPorts(LearnerPorts::add)
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
        parameters.columns(in.getInTableSpec(LearnerPorts.REGIONS));
        OptionalInt volumes = LearnerPorts.volumes(in.getPortsConfiguration());
        if (volumes.isPresent()) {
            VolumesInput.column(in.getInTableSpec(volumes.getAsInt()));
        }
        OptionalInt start = LearnerPorts.start(in.getPortsConfiguration());
        parameters.requirePossible(in.getPortsConfiguration());
        UNetModelSpec model =
                start.isPresent()
                        ? in.<UNetModelSpec>getInPortSpec(start.getAsInt())
                        : parameters.modelSpec();
        out.setOutSpecs(
                model, HistoryTable.spec(), HistoryTable.curveSpec(), ValidationPictures.spec());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out)
            throws IOException, KNIMEException {
        new Learning(in.getParameters(), in.getExecutionContext()).run(in, out);
    }
}
