package org.dlpixel.nodes.augmenter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.io.labels.PatchesWriter;
import org.dlpixel.core.view.PatchGrid;
import org.dlpixel.nodes.convert.KnimeProgress;
import org.dlpixel.nodes.convert.RegionRows;
import org.dlpixel.nodes.convert.RegionTable;
import org.dlpixel.nodes.convert.Warnings;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultModel.ExecuteOutput;

/** One execution of the Patch Augmenter: one region and one patch in memory at a time. */
final class Augmenting {

    private final PatchAugmenterParameters parameters;
    private final ClassList classes;
    private final String variation;
    private final PatchSampler sampler;
    private final PatchSampler unvaried;
    private final PatchTables tables;
    private final Progress progress;
    private final Warnings warnings = new Warnings();
    private int training;

    Augmenting(PatchAugmenterParameters parameters, ClassList classes, ExecutionContext exec) {
        this.parameters = parameters;
        this.classes = classes;
        variation = parameters.settings().label();
        sampler = parameters.sampler();
        unvaried =
                new PatchSampler(
                        parameters.m_patchSize, PatchPlacement.UNIFORM, AugmentationSettings.NONE);
        tables = new PatchTables(exec, classes, parameters.m_seed);
        progress = new KnimeProgress(exec);
    }

    void run(BufferedDataTable table, RegionTable.ImageColumns columns, ExecuteOutput out)
            throws IOException {
        Optional<Path> folder = parameters.folder();
        if (folder.isEmpty()) {
            draw(table, columns, Optional.empty());
        } else {
            try (PatchesWriter files = PatchesWriter.create(folder.get())) {
                draw(table, columns, Optional.of(files));
                if (training > 0) {
                    files.complete();
                } else {
                    warnings.add("There is nothing to write to " + folder.get() + ".");
                }
            }
        }
        tables.finish(out);
        warnings.show(out);
    }

    private void draw(
            BufferedDataTable table,
            RegionTable.ImageColumns columns,
            Optional<PatchesWriter> files)
            throws IOException {
        if (columns.label().isEmpty()) {
            warnings.add(PatchAugmenterNodeFactory.NO_LABELS);
        }
        int row = 0;
        try (RegionRows rows = new RegionRows(table, columns)) {
            for (var next = rows.next(); next.isPresent(); next = rows.next()) {
                double from = (double) row / table.size();
                double to = (row + 1.0) / table.size();
                draw(next.get(), row++, files, progress.part(from, to));
            }
            warnings.leftOut(rows.skipped(), "without an image or labels");
        }
        if (training == 0 && row > 0) {
            warnings.add("No region is for training: there are no patches.");
        }
    }

    private void draw(
            RegionTable.Entry entry, int row, Optional<PatchesWriter> files, Progress part)
            throws IOException {
        part.report(0, "Patches of " + entry.key());
        if (entry.region().split() == Split.VALIDATION) {
            tables.addHeldOut(entry);
            if (files.isPresent()) {
                writeHeldOut(entry.region(), files.get());
            }
            return;
        }
        training++;
        PatchGrid grid = new PatchGrid(title(entry), classes);
        int wanted = parameters.m_patchesPerRegion;
        int count = Math.max(wanted, parameters.m_previewPatches);
        for (int index = 0; index < count; index++) {
            progress.checkCancelled();
            Patch patch = sampler.sample(entry.region(), parameters.m_seed, 0, row, index);
            if (index < wanted) {
                tables.addPatch(entry, index, patch);
                files.ifPresent(f -> write(entry.region(), Split.TRAIN, patch, f));
            }
            if (index < parameters.m_previewPatches) {
                String what = String.join(", ", patch.operations());
                grid.add(patch.image(), patch.labels(), what);
            }
            part.report((index + 1.0) / count, "Patches of " + entry.key());
        }
        tables.addPreview(entry, grid);
    }

    private String title(RegionTable.Entry entry) {
        return entry.key()
                + ": "
                + variation
                + ", "
                + parameters.m_patchSize
                + " x "
                + parameters.m_patchSize
                + " pixels";
    }

    /** The held-out region in squares side by side, without those that hold no label. */
    private void writeHeldOut(LabelledRegion region, PatchesWriter files) {
        int side = parameters.m_patchSize;
        int width = region.image().width();
        int height = region.image().height();
        for (int y = 0; y < height; y += side) {
            for (int x = 0; x < width; x += side) {
                progress.checkCancelled();
                Roi box = new Roi(x, y, Math.min(width, x + side), Math.min(height, y + side));
                if (region.labels().crop(box).labelled() > 0) {
                    Patch patch = unvaried.sample(region.crop(box), 0, 0, 0, 0);
                    write(region, Split.VALIDATION, patch, files);
                }
            }
        }
    }

    /** Patches of one slice share a name, so that they are known as such when they are read. */
    private static void write(
            LabelledRegion region, Split split, Patch patch, PatchesWriter files) {
        String file =
                region.source().substring(region.source().replace('\\', '/').lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        files.write(stem + "_" + region.slice(), split, patch.image(), patch.labels());
    }
}
