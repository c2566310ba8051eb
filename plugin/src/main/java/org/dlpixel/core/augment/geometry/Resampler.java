package org.dlpixel.core.augment.geometry;

import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;

/**
 * Reads a square patch from a region through a warp, once.
 *
 * <p>The image is normalised, then interpolated; labels are taken from the nearest pixel. Outside
 * the region the image is mirrored (edge pixels repeat) and the labels are ignored. Maps that only
 * flip and turn by quarters copy pixels exactly.
 *
 * <p>Where a pixel shows a field more than {@value #FINE} pixels wide, it is the mean of n x n
 * readings, n being the width rounded up, so that fine structures do not alias. Up to that width
 * the interpolation itself smooths enough.
 */
public final class Resampler {

    /** Width of the field, in pixels of the region, up to which a pixel is read once. */
    public static final double FINE = 1.5;

    /** Side of the blocks in which a patch is read: what one needs stays in the cache. */
    private static final int BLOCK = 64;

    private final NormalisedCopies copies = new NormalisedCopies();

    /**
     * Reads a patch.
     *
     * @param warp from coordinates relative to the patch's centre to those of the region
     * @param interpolation of the image
     * @param out the image, a square; it is overwritten
     * @param classes the labels, of the same size, overwritten
     */
    public void resample(
            LabelledRegion region,
            Warp warp,
            Interpolation interpolation,
            FloatImage out,
            LabelMask classes) {
        if (warp.displacements().isEmpty() && ExactCopy.isPossible(warp.affine(), out.width())) {
            copy(region, warp.affine(), out, classes);
        } else if (interpolation == Interpolation.LINEAR
                && readings(warp.affine()) == 1
                && StraightReader.isPossible(warp)) {
            new StraightReader(region, warp.affine(), out.width()).read(out, classes);
        } else {
            interpolate(region, warp, interpolation, out, classes);
        }
    }

    private void copy(LabelledRegion region, Affine map, FloatImage out, LabelMask classes) {
        float[] pixels = out.pixels();
        Optional<FloatImage> normalised = copies.of(region, pixels.length);
        FloatImage image = normalised.orElse(region.image());
        new ExactCopy(image, region.labels(), map, out.width()).copy(out, classes);
        if (normalised.isEmpty()) {
            region.range().normalise(pixels, 0, pixels.length);
        }
    }

    /** Through any warp. */
    static void interpolate(
            LabelledRegion region,
            Warp warp,
            Interpolation interpolation,
            FloatImage out,
            LabelMask classes) {
        int size = out.width();
        int block = Math.min(BLOCK, size);
        Window window = new Window(region, extent(warp, block));
        BlockReader reader = new BlockReader(window, warp, interpolation, out, classes, block);
        int readings = readings(warp.affine());
        for (int v = 0; v < size; v += block) {
            reader.read(v, Math.min(block, size - v), readings);
        }
    }

    /** Readings per pixel along each axis. */
    private static int readings(Affine map) {
        double field = Math.max(Math.hypot(map.xx(), map.yx()), Math.hypot(map.xy(), map.yy()));
        return field <= FINE ? 1 : (int) Math.ceil(field);
    }

    /** Pixels of the region that a block may need along an axis, borders included. */
    private static int extent(Warp warp, int block) {
        Affine map = warp.affine();
        double reach = block + 2 * warp.limit();
        double x = (Math.abs(map.xx()) + Math.abs(map.xy())) * reach;
        double y = (Math.abs(map.yx()) + Math.abs(map.yy())) * reach;
        return (int) Math.ceil(Math.max(x, y)) + 2 * Window.BORDER;
    }
}
