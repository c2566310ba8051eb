package org.dlpixel.nodes.scorer;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.nodes.convert.KnimeProgress;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.convert.VolumeRow;
import org.dlpixel.nodes.convert.Warnings;
import org.knime.core.data.container.CloseableRowIterator;
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

/** Node Segmentation Scorer. */
public final class SegmentationScorerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Segmentation Scorer")
                    .icon("./segmentation-scorer.png")
                    .shortDescription("Compares segmentations with what is known of them.")
                    .fullDescription(
                            """
                            <p>Counts, over all known voxels, which class was found where which one
                            is true, and derives Dice, intersection over union, precision, recall
                            and accuracy: per class, and for all foreground classes pooled
                            (<i>all</i>). What cannot be computed, such as the recall of a class
                            that does not occur, is a missing value, never 0 or 1.</p>
                            <p>Scores are pooled over the voxels of all rows, and given per slice.
                            Slices without any label (<i>held-out</i>) are kept apart from
                            <i>annotated</i> ones, because only the former tell how the model does
                            on what it has not seen.</p>
                            <p>A row with truth is compared with it; a row without, with its sparse
                            labels, and then only annotated slices count.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addInputTable(
                                                    "Segmented volumes",
                                                    "Segmentation, and truth or labels, per row.")
                                            .addOutputTable(
                                                    "Scores",
                                                    "Pooled: one row per scope and class.")
                                            .addOutputTable(
                                                    "Scores per slice",
                                                    "One row per slice and class.")
                                            .addOutputTable(
                                                    "Confusion",
                                                    "Voxels per scope, true class and found"
                                                            + " class."))
                    .model(
                            m ->
                                    m.parametersClass(SegmentationScorerParameters.class)
                                            .configure(SegmentationScorerNodeFactory::configure)
                                            .execute(
                                                    NodeBody.of(
                                                            SegmentationScorerNodeFactory
                                                                    ::execute)))
                    .nodeType(NodeType.Other)
                    .keywords("dice", "iou", "jaccard", "confusion matrix", "evaluation");

    public SegmentationScorerNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out)
            throws InvalidSettingsException {
        SegmentationScorerParameters parameters = in.getParameters();
        parameters.columns(in.getInTableSpec(0));
        out.setOutSpecs(ScoreTables.pooledSpec(), ScoreTables.sliceSpec(), ScoreTables.countSpec());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws KNIMEException {
        SegmentationScorerParameters parameters = in.getParameters();
        ExecutionContext exec = in.getExecutionContext();
        BufferedDataTable table = in.getInTable(0);
        VolumeRow.ImageColumns columns =
                NodeBody.checked(() -> parameters.columns(table.getDataTableSpec()));
        Scoring scoring = new Scoring();
        int skipped = 0;
        long done = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                double from = (double) done / table.size();
                double to = (double) ++done / table.size();
                try (VolumeRow row = VolumeRow.of(table.getDataTableSpec(), rows.next(), columns)) {
                    if (!scoring.add(row, new KnimeProgress(exec).part(from, to))) {
                        skipped++;
                    }
                }
            }
        }
        if (skipped > 0 && scoring.isEmpty()) {
            throw new InvalidInput(
                    "Nothing to score: no row has both a segmentation and truth or labels.");
        }
        out.setOutData(
                ScoreTables.pooled(scoring, exec),
                ScoreTables.slices(scoring, exec),
                ScoreTables.counts(scoring, exec));
        Warnings warnings = new Warnings();
        warnings.leftOut(skipped, "without a segmentation, or without truth and labels");
        warnings.show(out);
    }
}
