package org.dlpixel.nodes.scorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.io.labels.DenseTruth;
import org.dlpixel.core.score.SegmentationScores;
import org.dlpixel.nodes.convert.SlicePlace;
import org.dlpixel.nodes.convert.VolumeRow;

/** Gathers the slices of all rows. */
final class Scoring {

    private final List<Place> places = new ArrayList<>();
    private final List<Slice> pending = new ArrayList<>();
    private Optional<ClassList> names = Optional.empty();
    private SegmentationScores scores;

    /** Where a slice that was scored comes from. */
    record Place(String source, SlicePlace slice) {}

    /** A slice whose number of classes is not known before the first row with class names. */
    @SuppressWarnings("ArrayRecordComponent") // counted, never compared
    private record Slice(int slice, boolean annotated, LabelMask truth, byte[] found) {}

    /** Adds a row; false if there is nothing to compare. */
    boolean add(VolumeRow row, Progress progress) {
        if (row.segmentation().isEmpty() || row.truth().or(row::labels).isEmpty()) {
            return false;
        }
        SliceSource segmentation = row.segmentation().get();
        requireSameClasses(row);
        names = names.or(row::classes);
        List<Integer> slices = row.segmentedSlices();
        Reference reference = new Reference(row, progress.part(0, 0.3));
        for (int i = 0; i < slices.size(); i++) {
            int z = slices.get(i);
            progress.checkCancelled();
            boolean annotated = row.labelMask(z).filter(m -> m.labelled() > 0).isPresent();
            LabelMask truth = reference.mask(z);
            if (truth.labelled() > 0) {
                places.add(new Place(row.source(), row.place(z)));
                add(new Slice(z, annotated, truth, VolumeRow.classIndices(segmentation, i)));
            }
            progress.report(
                    0.3 + 0.7 * (i + 1) / slices.size(),
                    row.place(z).heading() + " of " + row.source());
        }
        return true;
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    private void requireSameClasses(VolumeRow row) {
        if (names.isPresent() && row.classes().isPresent() && !names.equals(row.classes())) {
            throw InvalidInput.of(
                    "classes of row " + row.key(),
                    row.classes().get().names(),
                    "those of the rows before, " + names.get().names());
        }
    }

    /** Where each slice comes from, in the order of {@link SegmentationScores#slices}. */
    List<Place> places() {
        return places;
    }

    /** Names of the classes, numbered if no row tells them. */
    ClassList names() {
        return names.orElseGet(() -> ClassList.numbered(largestClass() + 1));
    }

    SegmentationScores scores() {
        if (scores == null) {
            scores = new SegmentationScores(names().size());
        }
        pending.forEach(this::score);
        pending.clear();
        return scores;
    }

    private void add(Slice slice) {
        if (names.isEmpty()) {
            pending.add(slice);
            return;
        }
        scores();
        score(slice);
    }

    private void score(Slice s) {
        scores.add(s.slice(), s.annotated(), s.truth(), s.found());
    }

    private int largestClass() {
        int largest = 1;
        for (Slice slice : pending) {
            for (byte c : slice.found()) {
                largest = Math.max(largest, c);
            }
            for (byte c : slice.truth().classes()) {
                largest = Math.max(largest, c);
            }
        }
        return largest;
    }

    /** What a row is compared with: its truth, or else its sparse labels. */
    private static final class Reference {

        private final VolumeRow row;
        private final Optional<DenseTruth> truth;

        Reference(VolumeRow row, Progress progress) {
            this.row = row;
            truth = row.truth().map(t -> dense(t, row.classes(), progress));
        }

        LabelMask mask(int slice) {
            return truth.map(t -> t.mask(slice))
                    .orElseGet(() -> row.labelMask(slice).orElseThrow());
        }

        private static DenseTruth dense(
                SliceSource stored, Optional<ClassList> classes, Progress progress) {
            return classes.map(c -> DenseTruth.of(stored, c.size(), progress))
                    .orElseGet(() -> DenseTruth.of(stored, progress));
        }
    }
}
