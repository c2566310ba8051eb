package org.dlpixel.nodes.augmenter;

import java.io.IOException;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.convert.RegionTable;
import org.dlpixel.nodes.convert.Warnings;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.knip.base.data.img.ImgPlusCellFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Node Patch Augmenter. */
public final class PatchAugmenterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Patch Augmenter")
                    .icon("./patch-augmenter.png")
                    .shortDescription("Draws varied training patches from labelled regions.")
                    .fullDescription(
                            """
                            <p>Cuts patches around labelled pixels of every training region, every
                            class as often as the others, and varies them: flips, rotations by 90
                            degrees, random sized crops, brightness and contrast, gamma. All
                            geometry is applied in one resampling; labels are never mixed. Pixels
                            from outside a region are mirrored in the image and unlabelled in the
                            labels.</p>
                            <p>Regions held out for validation pass through unchanged, so that no
                            patch of them is ever trained on.</p>
                            <p>The U-Net Learner varies patches by itself while it trains; connect
                            the labelled regions to it, not these patches, unless they are to be
                            the only ones. Patches do not know their place any more: neighbouring
                            slices and a normalisation per slice need the regions.</p>
                            <p>Patches are 32-bit reals normalised to 0..1 with the intensity range
                            of their volume. A patch depends on the seed, its row and its index
                            only.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addInputTable(
                                                    "Labelled regions",
                                                    "One row per region: image and sparse labels,"
                                                            + " optionally source, slice, ROI,"
                                                            + " split, classes, low and high.")
                                            .addOutputTable(
                                                    "Patches",
                                                    "One row per patch, and the held-out regions;"
                                                            + " the columns are those of labelled"
                                                            + " regions."))
                    .model(
                            m ->
                                    m.parametersClass(PatchAugmenterParameters.class)
                                            .configure(PatchAugmenterNodeFactory::configure)
                                            .execute(
                                                    NodeBody.of(
                                                            PatchAugmenterNodeFactory::execute)))
                    .nodeType(NodeType.Manipulator)
                    .keywords("augmentation", "patches", "deep learning", "segmentation");

    public PatchAugmenterNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out)
            throws InvalidSettingsException {
        PatchAugmenterParameters parameters = in.getParameters();
        parameters.columns(in.getInTableSpec(0));
        out.setOutSpecs(RegionTable.spec());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out)
            throws IOException, CanceledExecutionException, org.knime.core.node.KNIMEException {
        PatchAugmenterParameters parameters = in.getParameters();
        ExecutionContext exec = in.getExecutionContext();
        RegionTable.Content content =
                RegionTable.read(
                        in.getInTable(0),
                        NodeBody.checked(
                                () -> parameters.columns(in.getInTable(0).getDataTableSpec())));
        PatchSampler sampler =
                new PatchSampler(
                        parameters.m_patchSize, PatchPlacement.STRATIFIED, parameters.settings());
        ImgPlusCellFactory cells = new ImgPlusCellFactory(exec);
        BufferedDataContainer table = exec.createDataContainer(RegionTable.spec());
        for (int row = 0; row < content.entries().size(); row++) {
            RegionTable.Entry entry = content.entries().get(row);
            exec.setProgress((double) row / content.entries().size(), "Patches of " + entry.key());
            if (entry.region().split() == Split.VALIDATION) {
                table.addRowToTable(
                        RegionTable.row(
                                entry.key(),
                                entry.region(),
                                entry.type(),
                                content.classes(),
                                cells));
                continue;
            }
            for (int index = 0; index < parameters.m_patchesPerRegion; index++) {
                exec.checkCanceled();
                Patch patch = sampler.sample(entry.region(), parameters.m_seed, 0, row, index);
                table.addRowToTable(
                        RegionTable.row(
                                entry.key() + "_" + index,
                                region(entry.region(), patch),
                                PixelType.FLOAT32,
                                content.classes(),
                                cells));
            }
        }
        table.close();
        out.setOutData(table.getTable());
        Warnings warnings = new Warnings();
        warnings.leftOut(content.skipped(), "without an image or labels");
        warnings.show(out);
    }

    private static LabelledRegion region(LabelledRegion from, Patch patch) {
        Roi whole = Roi.whole(patch.image().width(), patch.image().height());
        return new LabelledRegion(
                from.source(),
                from.slice(),
                whole,
                Split.TRAIN,
                patch.image(),
                patch.labels(),
                IntensityRange.UNIT);
    }
}
