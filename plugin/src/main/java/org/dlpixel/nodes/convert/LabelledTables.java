package org.dlpixel.nodes.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.io.labels.AutomaticSplit;
import org.dlpixel.core.io.labels.LabelledStack;
import org.dlpixel.core.io.labels.PatchesFolder;
import org.dlpixel.core.io.labels.ProjectFolder;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.ExecutionContext;
import org.knime.knip.base.data.img.ImgPlusCellFactory;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Fills the tables of volumes and of labelled regions together. */
public final class LabelledTables {

    private static final double CHECKS = 0.4;

    private final AutomaticSplit split;
    private final List<String> classNames;
    private final ImgPlusCellFactory cells;
    private final BufferedDataContainer volumes;
    private final BufferedDataContainer regions;
    private final Warnings warnings = new Warnings();
    private int volumeRows;
    private int regionRows;

    /**
     * @param split which regions are held out
     * @param classNames by class index; empty: classes are numbered
     */
    public LabelledTables(ExecutionContext exec, AutomaticSplit split, List<String> classNames) {
        this.split = split;
        this.classNames = List.copyOf(classNames);
        cells = new ImgPlusCellFactory(exec);
        volumes = exec.createDataContainer(VolumeTable.spec());
        regions = exec.createDataContainer(RegionTable.spec());
    }

    /** Adds a stack: one volume, and one region per slice with labels. */
    public void addStack(
            SliceSource image, SliceSource labels, Optional<SliceSource> truth, Progress progress)
            throws IOException {
        LabelledStack stack = LabelledStack.read(image, labels, truth, progress.part(0, CHECKS));
        warnings.addAll(stack.findings());
        ClassList classes = classes(stack.survey().classes());
        addRegions(stack.regions(progress.part(CHECKS, 0.5)), image.pixelType(), classes);
        Optional<SliceSource> dense = stack.truth().map(t -> t);
        volumes.addRowToTable(
                VolumeTable.row(
                        "Row" + volumeRows++,
                        image,
                        Optional.of(labels),
                        dense,
                        classes,
                        stack.range(),
                        cells,
                        progress.part(0.5, 1)));
    }

    /** Adds a project folder: one volume per image, and its regions with the split they have. */
    public void addProject(Path folder, Progress progress) throws IOException {
        ProjectFolder project = ProjectFolder.read(folder, progress.part(0, CHECKS));
        warnings.addAll(project.findings());
        ClassList classes = classes(project.classes());
        addRegions(project.regions(), PixelType.FLOAT32, classes);
        int count = project.images().size();
        for (int i = 0; i < count; i++) {
            progress.checkCancelled();
            double from = CHECKS + (1 - CHECKS) * i / count;
            double to = CHECKS + (1 - CHECKS) * (i + 1) / count;
            try (SliceSource image = ProjectFolder.open(project.images().get(i))) {
                volumes.addRowToTable(
                        VolumeTable.row(
                                "Row" + volumeRows++,
                                image,
                                Optional.empty(),
                                Optional.empty(),
                                classes,
                                range(image),
                                cells,
                                progress.part(from, to)));
            }
        }
    }

    /** Adds a patches folder: its patches as regions with the split they have, and no volume. */
    public void addPatches(Path folder, Progress progress) throws IOException {
        PatchesFolder patches = PatchesFolder.read(folder, progress.part(0, CHECKS));
        warnings.addAll(patches.findings());
        ClassList classes = classes(patches.classes());
        Progress reading = progress.part(CHECKS, 1);
        for (int i = 0; i < patches.size(); i++) {
            reading.checkCancelled();
            PatchesFolder.Content patch = patches.patch(i);
            regions.addRowToTable(
                    RegionTable.row(
                            "Row" + regionRows++, patch.region(), patch.type(), classes, cells));
            reading.report((i + 1.0) / patches.size(), "Patch " + (i + 1));
        }
    }

    /** Hands both tables over, volumes first. */
    public void finish(ExecuteOutput out) {
        volumes.close();
        regions.close();
        out.setOutData(volumes.getTable(), regions.getTable());
        warnings.show(out);
    }

    private void addRegions(List<LabelledRegion> all, PixelType type, ClassList classes)
            throws IOException {
        AutomaticSplit.Result result = split.apply(all);
        result.note().ifPresent(warnings::add);
        for (LabelledRegion region : result.regions()) {
            regions.addRowToTable(
                    RegionTable.row("Row" + regionRows++, region, type, classes, cells));
        }
    }

    private ClassList classes(int count) {
        if (classNames.isEmpty()) {
            return ClassList.numbered(count);
        }
        if (classNames.size() != count) {
            throw InvalidInput.of(
                    "class names",
                    classNames,
                    "one name for each of the " + count + " classes of the labels");
        }
        return new ClassList(classNames);
    }

    private static IntensityRange range(SliceSource image) {
        Normalization n = Normalization.defaults();
        return Quantiles.range(image, n.lowPercentile(), n.highPercentile(), Progress.none());
    }
}
