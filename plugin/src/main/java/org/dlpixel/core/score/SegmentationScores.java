package org.dlpixel.core.score;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.LabelMask;

/**
 * Scores of a stack, gathered slice by slice and pooled over its voxels.
 *
 * <p>Slices with labels are kept apart from held-out ones: only the latter tell how the model does
 * on what it has not seen.
 */
public final class SegmentationScores {

    private final int classes;
    private final List<SliceScore> slices = new ArrayList<>();

    /**
     * @param classes number of classes, background included
     */
    public SegmentationScores(int classes) {
        this.classes = new ConfusionMatrix(classes).classes();
    }

    /**
     * Adds one slice.
     *
     * @param slice 0-based
     * @param annotated whether any pixel of the slice was labelled for training
     * @param truth what is known of it
     * @param segmentation class index per pixel
     */
    public void add(int slice, boolean annotated, LabelMask truth, byte[] segmentation) {
        ConfusionMatrix matrix = new ConfusionMatrix(classes);
        matrix.add(truth, segmentation);
        slices.add(new SliceScore(slice, annotated ? Scope.ANNOTATED : Scope.HELD_OUT, matrix));
    }

    /** One entry per added slice, in the order in which they were added. */
    public List<SliceScore> slices() {
        return List.copyOf(slices);
    }

    /** Counts of all voxels of the scope. */
    public ConfusionMatrix pooled(Scope scope) {
        ConfusionMatrix pooled = new ConfusionMatrix(classes);
        for (SliceScore slice : slices) {
            if (scope == Scope.ALL || scope == slice.scope()) {
                pooled.merge(slice.matrix());
            }
        }
        return pooled;
    }

    /**
     * Pooled scores of every scope that has a known voxel: held-out, annotated, all; in each the
     * classes by index, then the foreground.
     */
    public List<ScoreRow> rows() {
        List<ScoreRow> rows = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            ConfusionMatrix matrix = pooled(scope);
            if (matrix.total() > 0) {
                rows.addAll(ScoreRow.of(scope, matrix));
            }
        }
        return rows;
    }
}
