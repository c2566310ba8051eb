package org.dlpixel.core.train.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Normalization.Scope;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;

/**
 * Gives labelled regions the pixels that a network will see: cut anew from their volumes with
 * neighbouring slices, and with the intensity range that the normalisation demands. In prediction
 * the same pixels of the same slice get the same values (but see {@link Scope#ROI}).
 *
 * <p>A region belongs to the volume that has its source's name, and there to the place that its
 * slice and ROI state; its own pixels must be those of that place.
 */
public final class RegionCutter {

    private final Normalization normalization;
    private final SliceContext context;
    private final List<TrainingVolume> volumes;
    private final Map<String, SliceSource> seen = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * @param volumes where the regions come from; needed with neighbouring slices, and to normalise
     *     regions that are smaller than their slice per slice
     */
    public RegionCutter(
            Normalization normalization, SliceContext context, List<TrainingVolume> volumes) {
        this.normalization = normalization;
        this.context = context;
        this.volumes = List.copyOf(volumes);
    }

    /**
     * The regions as the network sees them, in their order.
     *
     * @param regions of single slices, each with the range of its volume
     * @throws InvalidInput if neighbouring slices are wanted and a region's place is not known, or
     *     not in its volume
     */
    public List<LabelledRegion> cut(List<LabelledRegion> regions, Progress progress) {
        warnings.clear();
        boolean needsSlices = context.neighbours() > 0 || normalization.scope() == Scope.SLICE;
        List<LabelledRegion> out = new ArrayList<>();
        int alone = 0;
        for (int i = 0; i < regions.size(); i++) {
            progress.checkCancelled();
            progress.report((double) i / regions.size(), "Cutting region " + (i + 1));
            LabelledRegion region = regions.get(i);
            Optional<FloatImage> slice = needsSlices ? slice(region) : Optional.empty();
            alone += slice.isEmpty() ? 1 : 0;
            out.add(slice.map(s -> fromSlice(region, s)).orElseGet(() -> byItself(region)));
        }
        if (normalization.scope() == Scope.SLICE && alone > 0) {
            warnings.add(
                    alone
                            + " of "
                            + regions.size()
                            + " regions are not cut from the volumes at hand: each is normalised as"
                            + " if it were its whole slice.");
        }
        return out;
    }

    /** What was odd in the last {@link #cut}. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private LabelledRegion fromSlice(LabelledRegion region, FloatImage slice) {
        FloatImage image = slice.crop(region.roi());
        float[] decisive = normalization.scope() == Scope.ROI ? image.pixels() : slice.pixels();
        return region.with(image, range(decisive, region));
    }

    private LabelledRegion byItself(LabelledRegion region) {
        return region.with(region.image(), range(region.image().pixels(), region));
    }

    private IntensityRange range(float[] pixels, LabelledRegion region) {
        return normalization.range(pixels, region.range());
    }

    /**
     * The whole slice of a region with its neighbours; empty if its place may be unknown and is.
     */
    private Optional<FloatImage> slice(LabelledRegion region) {
        List<TrainingVolume> its =
                volumes.stream().filter(v -> v.name().equals(region.source())).toList();
        if (context.neighbours() > 0) {
            requirePlace(region, its);
        } else if (its.size() != 1 || !isInside(region, its.get(0).slices().shape())) {
            return Optional.empty();
        }
        SliceSource source =
                seen.computeIfAbsent(region.source(), s -> context.of(its.get(0).slices()));
        FloatImage slice = source.slice(region.slice());
        boolean same = isCutFrom(slice, region);
        if (!same && context.neighbours() > 0) {
            throw InvalidInput.of(
                    "pixels of " + region.describe(),
                    "others than those of the volume at this place",
                    "the same to see neighbouring slices; connect the labelled regions, not"
                            + " patches of them");
        }
        return same ? Optional.of(slice) : Optional.empty();
    }

    private void requirePlace(LabelledRegion region, List<TrainingVolume> its) {
        if (its.size() != 1) {
            throw InvalidInput.of(
                    "source of " + region.describe(),
                    its.size() + " volumes have this name",
                    "that of one volume to see neighbouring slices; there are "
                            + volumes.stream().map(TrainingVolume::name).toList());
        }
        VolumeShape shape = its.get(0).slices().shape();
        if (!isInside(region, shape)) {
            throw InvalidInput.of(
                    "place of the region",
                    region.describe(),
                    "inside its volume, " + shape.zyx() + " (Z x Y x X)");
        }
    }

    private static boolean isInside(LabelledRegion region, VolumeShape shape) {
        Roi roi = region.roi();
        return region.slice() >= 0
                && region.slice() < shape.slices()
                && roi.xEnd() <= shape.width()
                && roi.yEnd() <= shape.height();
    }

    /** Whether the middle slice holds the region's own pixels at its place. */
    private boolean isCutFrom(FloatImage slice, LabelledRegion region) {
        int channels = region.image().channels();
        if (slice.channels() != context.channels(channels)) {
            return false;
        }
        int first = context.neighbours() * channels;
        FloatImage own = slice.channels(first, first + channels).crop(region.roi());
        return Arrays.equals(own.pixels(), region.image().pixels());
    }
}
