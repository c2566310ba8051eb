package org.dlpixel.core.predict.plane;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.RowResampling;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.SlicingAxis;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;

/**
 * Across which axes a volume is segmented, and what is done with the results.
 *
 * @param axes at least one; the probabilities of several are averaged
 * @param weight how much what is found across z counts in the average, beside 1 for each other
 *     axis, 0.01 to 100
 * @param isotropic whether slices across y and x are stretched along z before the network sees
 *     them, so that their pixels are square as those across z are; their probabilities are shrunk
 *     again
 * @param anisotropy distance of slices / distance of columns, 0.01 to 100; empty: the voxel size of
 *     the stack tells
 * @param smoothing standard deviation of a Gaussian over the probabilities of neighbouring slices,
 *     in slices, 0 (none) to 8: along the axis if there is one, else along z
 * @param maxBytes memory for gathering slices across y or x, at least 1 MB
 * @param folder for temporary files, deleted in the end; needed for other axes than z. Several axes
 *     take 2 bytes per voxel and class for each axis but z, a single one what is asked for: 1 byte
 *     per voxel for classes, 4 per voxel and class for probabilities
 */
public record PlaneSettings(
        Set<SlicingAxis> axes,
        double weight,
        boolean isotropic,
        OptionalDouble anisotropy,
        double smoothing,
        long maxBytes,
        Path folder) {

    private static final double MAX_RATIO = 100;
    private static final double DEFAULT_WEIGHT = 2;
    private static final double MAX_SMOOTHING = 8;
    private static final long DEFAULT_BYTES = 256L << 20;

    public PlaneSettings {
        if (axes.isEmpty()) {
            throw InvalidInput.of("axes of slicing", "none", "at least one");
        }
        axes = Collections.unmodifiableSet(EnumSet.copyOf(axes));
        requireRatio("weight of slices across z", weight);
        if (anisotropy.isPresent()) {
            requireRatio("distance of slices / distance of pixels", anisotropy.getAsDouble());
        }
        if (!(smoothing >= 0 && smoothing <= MAX_SMOOTHING)) {
            throw InvalidInput.of("smoothing across slices", smoothing, "0 to 8 slices");
        }
        if (maxBytes < 1 << 20) {
            throw InvalidInput.of("memory for slices", maxBytes + " bytes", "at least 1 MB");
        }
    }

    private static void requireRatio(String name, double value) {
        if (!(value >= 1 / MAX_RATIO && value <= MAX_RATIO)) {
            throw InvalidInput.of(name, value, "0.01 to 100");
        }
    }

    /**
     * Slices across z count as much as those across y and x together, for the network was trained
     * on such; isotropic as the stack's voxel size tells, not smoothed, 256 MB.
     */
    public PlaneSettings(Set<SlicingAxis> axes, Path folder) {
        this(axes, DEFAULT_WEIGHT, true, OptionalDouble.empty(), 0, DEFAULT_BYTES, folder);
    }

    public PlaneSettings withWeight(double value) {
        return new PlaneSettings(axes, value, isotropic, anisotropy, smoothing, maxBytes, folder);
    }

    public PlaneSettings withIsotropic(boolean value) {
        return new PlaneSettings(axes, weight, value, anisotropy, smoothing, maxBytes, folder);
    }

    public PlaneSettings withAnisotropy(OptionalDouble value) {
        return new PlaneSettings(axes, weight, isotropic, value, smoothing, maxBytes, folder);
    }

    public PlaneSettings withSmoothing(double value) {
        return new PlaneSettings(axes, weight, isotropic, anisotropy, value, maxBytes, folder);
    }

    public PlaneSettings withMaxBytes(long value) {
        return new PlaneSettings(axes, weight, isotropic, anisotropy, smoothing, value, folder);
    }

    /** Whether several axes are averaged. */
    boolean fused() {
        return axes.size() > 1;
    }

    /**
     * How many slices of a time point are seen as the network alone segments them ({@link
     * PlanePredictor#open}): those across z, or across the single other axis.
     */
    public int watchedSlices(VolumeShape shape) {
        VolumeShape one = shape.single();
        return fused() ? one.slices() : axes.iterator().next().shape(one).slices();
    }

    /** Whether a slice of the result depends on nothing but the network's view of it. */
    boolean areSingleSlices() {
        return axes.equals(EnumSet.of(SlicingAxis.Z)) && smoothing == 0;
    }

    /** Whether probabilities decide on the classes, not the network alone. */
    boolean needProbabilities() {
        boolean stretched = isotropic && !axes.equals(EnumSet.of(SlicingAxis.Z));
        return fused() || stretched || smoothing > 0;
    }

    /** Distance of slices / distance of columns of slices across z. */
    double anisotropyOf(SliceSource stack) {
        VoxelSize size = stack.voxelSize();
        double told = size.z() / size.x();
        return anisotropy.orElse(Math.max(1 / MAX_RATIO, Math.min(told, MAX_RATIO)));
    }

    /** Stretches the rows, along z, of slices across y or x. */
    RowResampling stretching(SliceSource stack) {
        int rows = stack.shape().slices();
        double wanted = isotropic ? rows * anisotropyOf(stack) : rows;
        return new RowResampling(rows, (int) Math.max(1, Math.min(Math.rint(wanted), 1 << 20)));
    }
}
