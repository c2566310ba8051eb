package org.dlpixel.nodes.learner;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.train.data.TrainingVolume;
import org.dlpixel.nodes.convert.CellSlices;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.PlainCells;
import org.dlpixel.nodes.convert.VolumeTable;
import org.dlpixel.nodes.convert.Warnings;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.knip.base.data.img.ImgPlusValue;

/** The table of volumes as training data; rows without an image are left out with one warning. */
final class VolumesInput {

    private final Normalization normalization;
    private final Progress progress;
    private final Warnings warnings;

    VolumesInput(Normalization normalization, Progress progress, Warnings warnings) {
        this.normalization = normalization;
        this.progress = progress;
        this.warnings = warnings;
    }

    /** The column of images: the standard one or else the first. */
    static int column(DataTableSpec spec) throws InvalidSettingsException {
        return Columns.image(spec, "", Columns.IMAGE);
    }

    List<TrainingVolume> read(BufferedDataTable table, int column) {
        List<TrainingVolume> volumes = new ArrayList<>();
        int missing = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCancelled();
                DataRow row = rows.next();
                DataCell cell = row.getCell(column);
                if (cell.isMissing()) {
                    missing++;
                } else {
                    PlainCells plain = new PlainCells(table.getDataTableSpec(), row);
                    volumes.add(volume(row.getKey().getString(), (ImgPlusValue<?>) cell, plain));
                }
            }
        }
        warnings.leftOut(missing, "without an image in the table of volumes");
        if (table.size() == 0) {
            warnings.add("The table of volumes has no rows.");
        }
        return volumes;
    }

    private TrainingVolume volume(String key, ImgPlusValue<?> cell, PlainCells plain) {
        String name = plain.text(Columns.SOURCE).orElse(key);
        SliceSource slices = new CellSlices(cell, "volume of row " + key);
        IntensityRange range = VolumeTable.intensityRange(plain).orElseGet(() -> measured(slices));
        return new TrainingVolume(name, slices, range);
    }

    private IntensityRange measured(SliceSource slices) {
        return Quantiles.range(
                slices,
                normalization.lowPercentile(),
                normalization.highPercentile(),
                progress.part(0, 0));
    }
}
