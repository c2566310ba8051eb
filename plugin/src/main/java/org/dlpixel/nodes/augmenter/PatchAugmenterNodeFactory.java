package org.dlpixel.nodes.augmenter;

import java.io.IOException;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.io.labels.PatchesWriter;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.convert.RegionTable;
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

/** Node Patch Augmenter. */
public final class PatchAugmenterNodeFactory extends DefaultNodeFactory {

    static final String NO_LABELS = "No label column: patches are cut anywhere and hold no labels.";

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Patch Augmenter")
                    .icon("./patch-augmenter.png")
                    .shortDescription("Draws varied training patches from labelled regions.")
                    .fullDescription(
                            """
                            <p>Cuts patches from every training region, varies them and shows what
                            the network will see. All geometry together is read in one resampling;
                            labels take the nearest pixel and are never mixed. Pixels from outside a
                            region are mirrored in the image and unlabelled in the labels.</p>
                            <p>Variations:</p>
                            <ul>
                            <li><b>None</b>: patches as they are.</li>
                            <li><b>Flips and rotations</b>: mirrors and turns by 90 degrees; nothing
                            is interpolated.</li>
                            <li><b>Original (NEABDL)</b>: what napari-easy-augment-batch-dl does by
                            default: flips, turns by 90 degrees, random sized crop, brightness and
                            contrast.</li>
                            <li><b>Light</b>: a little of everything that rarely does harm.</li>
                            <li><b>Standard</b>: flips, rotations by any angle, zoom in and out,
                            brightness, contrast and gamma.</li>
                            <li><b>Light-sheet</b>: the standard, and what light sheets do: stripes,
                            shading, blur and noise of photons.</li>
                            <li><b>Strong</b>: almost everything, for very few labels or images
                            unlike those to be segmented.</li>
                            <li><b>Custom</b>: every operation with its own switch, probability and
                            limits: flips, rotations, random sized crop, zoom, shear, elastic
                            deformation by a displacement grid, gamma, brightness and contrast,
                            inversion, colour jitter, cut-out to unlabelled, blur, shading, stripes,
                            Poisson and Gaussian noise, sharpening.</li>
                            </ul>
                            <p>The second output shows, for every training region, a grid of its
                            first patches with their labels and what was done to them: look at it
                            before training. It is made even if no patches are asked for.</p>
                            <p>Regions held out for validation pass through unchanged, so that no
                            patch of them is ever trained on.</p>
                            <p>The U-Net Learner varies patches by itself while it trains; connect
                            the labelled regions to it, not these patches, unless they are to be
                            the only ones. Patches do not know their place any more: neighbouring
                            slices and a normalisation per slice need the regions.</p>
                            <p>Images of KNIP's own readers will do: only an image column is needed.
                            Without labels, patches are cut anywhere and hold no labels. Patches are
                            32-bit reals normalised with the intensity range of their volume (Low and
                            High), or else of their image. A patch depends on the seed, its row and
                            its index only. Rows are read one by one.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addInputTable(
                                                    "Labelled regions",
                                                    "One row per region: image, optionally sparse"
                                                            + " labels, source, slice, ROI, split,"
                                                            + " classes, low and high.")
                                            .addOutputTable(
                                                    "Patches",
                                                    "One row per patch, and the held-out regions;"
                                                            + " the columns are those of labelled"
                                                            + " regions, and: Source row, Operations"
                                                            + " (what was done, in order), Seed,"
                                                            + " Labelled (share of pixels with a"
                                                            + " label).")
                                            .addOutputTable(
                                                    "Preview",
                                                    "One row and picture per training region: its"
                                                            + " first patches with labels, and what"
                                                            + " was done to them."))
                    .model(
                            m ->
                                    m.parametersClass(PatchAugmenterParameters.class)
                                            .configure(PatchAugmenterNodeFactory::configure)
                                            .execute(
                                                    NodeBody.of(
                                                            PatchAugmenterNodeFactory::execute)))
                    .nodeType(NodeType.Manipulator)
                    .keywords(
                            "augmentation", "patches", "preview", "deep learning", "segmentation");

    public PatchAugmenterNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out)
            throws InvalidSettingsException {
        PatchAugmenterParameters parameters = in.getParameters();
        RegionTable.ImageColumns columns = parameters.columns(in.getInTableSpec(0));
        try {
            parameters.folder().ifPresent(PatchesWriter::requirePossible);
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        if (columns.label().isEmpty()) {
            out.setWarningMessage(NO_LABELS);
        }
        out.setOutSpecs(PatchTables.patchSpec(), PatchTables.previewSpec());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out)
            throws IOException, KNIMEException {
        PatchAugmenterParameters parameters = in.getParameters();
        BufferedDataTable table = in.getInTable(0);
        RegionTable.ImageColumns columns =
                NodeBody.checked(() -> parameters.columns(table.getDataTableSpec()));
        ClassList classes = RegionTable.classes(table, columns);
        new Augmenting(parameters, classes, in.getExecutionContext()).run(table, columns, out);
    }
}
