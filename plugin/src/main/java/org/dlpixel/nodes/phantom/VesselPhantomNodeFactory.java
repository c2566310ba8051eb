package org.dlpixel.nodes.phantom;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.io.labels.AutomaticSplit;
import org.dlpixel.core.phantom.VesselPhantom;
import org.dlpixel.nodes.convert.KnimeProgress;
import org.dlpixel.nodes.convert.LabelledTables;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.convert.RegionTable;
import org.dlpixel.nodes.convert.VolumeTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Node Vessel Phantom. */
public final class VesselPhantomNodeFactory extends DefaultNodeFactory {

    private static final List<String> CLASSES = List.of("background", "vessel");

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Vessel Phantom")
                    .icon("./vessel-phantom.png")
                    .shortDescription("Makes a light-sheet vessel stack with truth and scribbles.")
                    .fullDescription(
                            """
                            <p>Grows branching, tapering, tortuous vessels in a volume and images
                            them like a light-sheet microscope: blur that is coarser along z,
                            uneven illumination, shadow stripes, photon and camera noise, 16 bit.
                            The exact truth is known, and a few slices carry scribbles as a person
                            would paint them.</p>
                            <p>Use it to try the other nodes, to teach, and to measure. One seed
                            always gives the same stack.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addOutputTable(
                                                    "Volumes",
                                                    "One row: image, labels, truth, classes,"
                                                            + " intensity range.")
                                            .addOutputTable(
                                                    "Labelled regions",
                                                    "One row per scribbled slice; a quarter of them"
                                                            + " is held out for validation."))
                    .model(
                            m ->
                                    m.parametersClass(VesselPhantomParameters.class)
                                            .configure(VesselPhantomNodeFactory::configure)
                                            .execute(
                                                    NodeBody.of(VesselPhantomNodeFactory::execute)))
                    .nodeType(NodeType.Source)
                    .keywords("phantom", "synthetic", "vessels", "light-sheet", "benchmark");

    public VesselPhantomNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) {
        out.setOutSpecs(VolumeTable.spec(), RegionTable.spec());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws IOException {
        VesselPhantomParameters parameters = in.getParameters();
        Progress progress = new KnimeProgress(in.getExecutionContext());
        VesselPhantom phantom =
                VesselPhantom.generate(parameters.settings(), progress.part(0, 0.6));
        LabelledTables tables =
                new LabelledTables(
                        in.getExecutionContext(),
                        new AutomaticSplit(0.25, parameters.m_seed),
                        CLASSES);
        tables.addStack(
                phantom.image(),
                phantom.labels(),
                Optional.of(phantom.truth()),
                progress.part(0.6, 1));
        tables.finish(out);
    }
}
