package org.dlpixel.nodes.learner;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Normalization.Scope;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.train.data.TrainingVolume;
import org.dlpixel.nodes.convert.RegionTable;
import org.dlpixel.nodes.convert.Warnings;

/** The rows of labelled regions, each with the intensity range of its volume. */
final class RegionsInput {

    private final Normalization normalization;
    private final Warnings warnings;

    RegionsInput(Normalization normalization, Warnings warnings) {
        this.normalization = normalization;
        this.warnings = warnings;
    }

    /** Ranges that rows do not state are those of their volumes, if these are known. */
    List<LabelledRegion> regions(List<RegionTable.Entry> entries, List<TrainingVolume> volumes) {
        List<LabelledRegion> regions = new ArrayList<>();
        int alone = 0;
        for (RegionTable.Entry entry : entries) {
            requireRaw(entry);
            LabelledRegion region = entry.region();
            List<TrainingVolume> its =
                    volumes.stream().filter(v -> v.name().equals(region.source())).toList();
            if (!entry.ranged() && its.size() == 1) {
                regions.add(region.with(region.image(), its.get(0).range()));
            } else {
                regions.add(region);
                alone += entry.ranged() ? 0 : 1;
            }
        }
        if (normalization.scope() == Scope.VOLUME) {
            warnings.count(
                    alone,
                    "without Low and High: normalised by the region's own pixels, not by those of"
                            + " its volume.");
        }
        return regions;
    }

    /** Patches that were normalised when they were cut cannot be brought to a stated range. */
    private void requireRaw(RegionTable.Entry entry) {
        boolean stated =
                normalization.scope() == Scope.FIXED
                        && !normalization.fixed().equals(IntensityRange.UNIT);
        if (stated && isNormalised(entry)) {
            throw InvalidInput.of(
                    "pixels of row " + entry.key(),
                    "normalised already (Low 0, High 1)",
                    "raw intensities for a fixed range; connect the labelled regions, not patches"
                            + " of them");
        }
    }

    private static boolean isNormalised(RegionTable.Entry entry) {
        LabelledRegion region = entry.region();
        boolean may =
                entry.ranged()
                        && entry.type() == PixelType.FLOAT32
                        && region.range().equals(IntensityRange.UNIT);
        for (int i = 0; may && i < region.image().pixels().length; i++) {
            float v = region.image().pixels()[i];
            may = v >= 0 && v <= 1;
        }
        return may;
    }
}
