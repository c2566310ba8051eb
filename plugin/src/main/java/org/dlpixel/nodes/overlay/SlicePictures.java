package org.dlpixel.nodes.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.io.labels.DenseTruth;
import org.dlpixel.core.score.Scope;
import org.dlpixel.core.view.Overlay;
import org.dlpixel.nodes.convert.SlicePlace;
import org.dlpixel.nodes.convert.VolumeRow;

/** Pictures of some slices of one volume. */
final class SlicePictures {

    /** One slice, drawn. */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    record Picture(SlicePlace place, Scope scope, byte[] png) {}

    private final VolumeRow row;
    private final SliceSource image;
    private final SliceSource segmentation;
    private final List<Integer> slices;

    SlicePictures(VolumeRow row) {
        this.row = row;
        image = row.image().orElseThrow();
        segmentation = row.segmentation().orElseThrow();
        slices = row.segmentedSlices();
    }

    List<Picture> draw(int count, Progress progress) {
        Normalization n = Normalization.defaults();
        IntensityRange range =
                row.range()
                        .orElseGet(
                                () ->
                                        Quantiles.range(
                                                image,
                                                n.lowPercentile(),
                                                n.highPercentile(),
                                                progress.part(0, 0.3)));
        ClassList classes = row.classes().orElseGet(this::numbered);
        Optional<DenseTruth> truth =
                row.truth().map(t -> DenseTruth.of(t, classes.size(), Progress.none()));
        List<Picture> pictures = new ArrayList<>();
        List<Integer> chosen = choose(count);
        for (int i : chosen) {
            progress.checkCancelled();
            pictures.add(draw(i, range, classes, truth));
            progress.report(
                    0.3 + 0.7 * pictures.size() / chosen.size(),
                    row.place(slices.get(i)).heading());
        }
        return pictures;
    }

    private Picture draw(
            int i, IntensityRange range, ClassList classes, Optional<DenseTruth> truth) {
        int z = slices.get(i);
        SlicePlace place = row.place(z);
        FloatImage pixels = range.normalised(image.slice(z));
        int width = pixels.width();
        int height = pixels.height();
        LabelMask found = new LabelMask(width, height, VolumeRow.classIndices(segmentation, i));
        Optional<LabelMask> painted = row.labelMask(z).filter(m -> m.labelled() > 0);
        Scope scope = painted.isPresent() ? Scope.ANNOTATED : Scope.HELD_OUT;
        Overlay overlay =
                new Overlay(
                        place.heading() + " (" + scope.label() + ")",
                        classes,
                        pixels,
                        painted,
                        Optional.of(found),
                        truth.map(t -> t.mask(z)));
        return new Picture(place, scope, overlay.render().png());
    }

    /**
     * Positions in the segmentation: half annotated slices where there are enough, the rest evenly
     * spread over the others.
     */
    private List<Integer> choose(int count) {
        List<Integer> annotated = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            boolean painted =
                    row.labelMask(slices.get(i)).filter(m -> m.labelled() > 0).isPresent();
            (painted ? annotated : others).add(i);
        }
        int wanted = Math.min(annotated.size(), Math.max(count / 2, count - others.size()));
        TreeSet<Integer> chosen = new TreeSet<>(spread(annotated, wanted));
        chosen.addAll(spread(others, count - wanted));
        return List.copyOf(chosen);
    }

    /** The middles of {@code count} equal parts of a list. */
    private static List<Integer> spread(List<Integer> all, int count) {
        List<Integer> out = new ArrayList<>();
        int n = Math.min(count, all.size());
        for (int i = 0; i < n; i++) {
            out.add(all.get((int) ((i + 0.5) * all.size() / n)));
        }
        return out;
    }

    private ClassList numbered() {
        int largest = 1;
        for (int z = 0; z < segmentation.shape().slices(); z++) {
            for (byte c : VolumeRow.classIndices(segmentation, z)) {
                largest = Math.max(largest, c);
            }
        }
        return ClassList.numbered(largest + 1);
    }
}
