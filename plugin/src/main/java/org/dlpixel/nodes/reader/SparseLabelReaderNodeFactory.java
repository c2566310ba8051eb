package org.dlpixel.nodes.reader;

import java.io.IOException;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.nodes.convert.KnimeProgress;
import org.dlpixel.nodes.convert.LabelledTables;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.convert.RegionTable;
import org.dlpixel.nodes.convert.VolumeTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Node Sparse Label Reader. */
public final class SparseLabelReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Sparse Label Reader")
                    .icon("./sparse-label-reader.png")
                    .shortDescription("Reads an image stack and the few pixels labelled in it.")
                    .fullDescription(
                            """
                            <p>Reads a stack of slices and a label stack of the same size, in which
                            a few pixels of a few slices are painted: 0 unlabelled, 1 background, 2
                            and above the classes. Or reads a project folder of
                            napari-easy-augment-batch-dl with its ROIs, crops and split, or a folder of
                            patches that were cut from one.</p>
                            <p>Every slice with labels becomes a labelled region; some of them are
                            held out for validation, chosen by the seed, before any patch is cut.
                            The intensity range of the whole volume (its percentiles 1 and 99.8)
                            travels with every row, so that training and prediction are normalised
                            alike.</p>
                            <p>TIFF, BigTIFF, OME-TIFF and ImageJ stacks keep their voxel size.
                            Labels are checked before anything else: sizes must agree, values must
                            be whole numbers, background and at least one class must be painted.</p>
                            """)
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addOutputTable(
                                                    "Volumes",
                                                    "One row per image stack: image, labels,"
                                                            + " truth, source, classes, intensity"
                                                            + " range. No row if patches are"
                                                            + " read.")
                                            .addOutputTable(
                                                    "Labelled regions",
                                                    "One row per ROI or patch: image, labels, source,"
                                                            + " slice, ROI, split, classes,"
                                                            + " intensity range of the volume."))
                    .model(
                            m ->
                                    m.parametersClass(SparseLabelReaderParameters.class)
                                            .configure(SparseLabelReaderNodeFactory::configure)
                                            .execute(
                                                    NodeBody.of(
                                                            SparseLabelReaderNodeFactory::execute)))
                    .nodeType(NodeType.Source)
                    .keywords(
                            "sparse labels", "scribbles", "napari", "annotation", "tiff", "reader");

    public SparseLabelReaderNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out)
            throws InvalidSettingsException {
        SparseLabelReaderParameters parameters = in.getParameters();
        try {
            ReaderFiles.of(parameters);
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        out.setOutSpecs(VolumeTable.spec(), RegionTable.spec());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws IOException {
        SparseLabelReaderParameters parameters = in.getParameters();
        Progress progress = new KnimeProgress(in.getExecutionContext());
        LabelledTables tables =
                new LabelledTables(
                        in.getExecutionContext(), parameters.split(), parameters.classNames());
        ReaderFiles files = ReaderFiles.of(parameters);
        if (files instanceof ReaderFiles.Stacks stacks) {
            read(stacks, tables, progress);
        } else if (files instanceof ReaderFiles.Project project) {
            tables.addProject(project.folder(), progress);
        } else if (files instanceof ReaderFiles.Patches patches) {
            tables.addPatches(patches.folder(), progress);
        }
        tables.finish(out);
    }

    private static void read(ReaderFiles.Stacks files, LabelledTables tables, Progress progress)
            throws IOException {
        try (SliceSource image = ImageFiles.open(files.image());
                SliceSource labels = ImageFiles.open(files.labels())) {
            if (files.truth().isEmpty()) {
                tables.addStack(image, labels, Optional.empty(), progress);
                return;
            }
            try (SliceSource truth = ImageFiles.open(files.truth().get())) {
                tables.addStack(image, labels, Optional.of(truth), progress);
            }
        }
    }
}
