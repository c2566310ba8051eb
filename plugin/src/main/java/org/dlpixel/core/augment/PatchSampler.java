package org.dlpixel.core.augment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.WeakHashMap;
import org.dlpixel.core.augment.geometry.Affine;
import org.dlpixel.core.augment.geometry.GeometricAugmentation;
import org.dlpixel.core.augment.geometry.Movement;
import org.dlpixel.core.augment.geometry.Resampler;
import org.dlpixel.core.augment.geometry.Warp;
import org.dlpixel.core.augment.intensity.IntensityAugmentation;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Draws augmented patches from labelled regions.
 *
 * <p>A patch depends on (seed, epoch, row, index), the region and the settings alone: not on what
 * was drawn before, nor on the thread. Safe for several threads at once.
 */
public final class PatchSampler {

    /** Patches are squares of at least this side. */
    public static final int MIN_SIZE = 8;

    /** ... and at most this. */
    public static final int MAX_SIZE = 8192;

    /** How far from the centre a labelled pixel may come to lie, in sides of the patch. */
    private static final double JITTER = 0.4;

    /** How near the centre may come to the region's border, in sides of the patch. */
    private static final double MARGIN = 0.25;

    private final int patchSize;
    private final PatchPlacement placement;
    private final AugmentationSettings settings;
    private final Resampler resampler = new Resampler();
    private final Map<LabelMask, LabelIndex> indices =
            Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * @param patchSize side in pixels, {@value #MIN_SIZE}..{@value #MAX_SIZE}
     * @param placement where patches are cut
     * @param settings how they are varied
     */
    public PatchSampler(int patchSize, PatchPlacement placement, AugmentationSettings settings) {
        if (patchSize < MIN_SIZE || patchSize > MAX_SIZE) {
            throw InvalidInput.of(
                    "patch size", patchSize, "from " + MIN_SIZE + " to " + MAX_SIZE + " pixels");
        }
        this.patchSize = patchSize;
        this.placement = placement;
        this.settings = settings;
    }

    public int patchSize() {
        return patchSize;
    }

    /**
     * Draws one patch.
     *
     * <p>A region without any labelled pixel is sampled uniformly, whatever the placement.
     *
     * @param region where from
     * @param seed of the whole training
     * @param epoch 0-based
     * @param row of the region in its table, 0-based
     * @param index of the patch within the region and epoch, 0-based
     */
    public Patch sample(LabelledRegion region, long seed, long epoch, long row, long index) {
        return sample(region, 0, seed, epoch, row, index);
    }

    /**
     * Draws one patch of a region of which a teacher has an opinion. Geometry moves image and
     * opinion alike; intensities are varied in the image only.
     *
     * @param region its last channels are class probabilities, its range is {@link
     *     org.dlpixel.core.image.IntensityRange#UNIT}
     * @param targets how many channels are probabilities; 0 for none
     */
    public Patch sample(
            LabelledRegion region, int targets, long seed, long epoch, long row, long index) {
        return draw(region, targets, OptionalInt.empty(), key(seed, epoch, row, index));
    }

    /**
     * Draws one patch around a pixel of a certain class, each such pixel as likely as the others,
     * whatever the placement.
     *
     * @param c a class that is labelled in the region, see {@link #classesOf}
     * @see #sample(LabelledRegion, long, long, long, long)
     */
    public Patch sampleClass(
            LabelledRegion region, int c, long seed, long epoch, long row, long index) {
        return draw(region, 0, OptionalInt.of(c), key(seed, epoch, row, index));
    }

    /** The classes that are labelled in a region, ascending. */
    public int[] classesOf(LabelledRegion region) {
        return index(region.labels()).classes();
    }

    private Patch draw(LabelledRegion region, int targets, OptionalInt c, long key) {
        SplittableRandom random = new SplittableRandom(key);
        SplittableRandom place = random.split();
        List<String> operations = new ArrayList<>();
        Warp moved = move(random, operations);
        Warp warp = moved.with(place(region, c, moved, place));
        FloatImage all = FloatImage.zeros(patchSize, patchSize, region.image().channels());
        LabelMask labels = new LabelMask(patchSize, patchSize, new byte[patchSize * patchSize]);
        resampler.resample(region, warp, settings.interpolation(), all, labels);
        int own = all.channels() - targets;
        FloatImage image = targets == 0 ? all : all.channels(0, own);
        vary(image, labels, random, operations);
        return new Patch(
                image,
                labels,
                operations,
                targets == 0 ? Optional.empty() : Optional.of(all.channels(own, all.channels())));
    }

    private Warp move(SplittableRandom random, List<String> operations) {
        List<Movement> movements = new ArrayList<>();
        for (GeometricAugmentation augmentation : settings.geometric()) {
            augmentation.draw(random.split(), patchSize).ifPresent(movements::add);
        }
        movements.forEach(movement -> operations.add(movement.text()));
        return Warp.of(movements);
    }

    private void vary(
            FloatImage image, LabelMask labels, SplittableRandom random, List<String> operations) {
        for (IntensityAugmentation augmentation : settings.intensity()) {
            augmentation
                    .draw(random.split(), patchSize, image.channels())
                    .ifPresent(
                            change -> {
                                change.apply(image, labels);
                                operations.add(change.text());
                            });
        }
    }

    private Affine place(
            LabelledRegion region, OptionalInt c, Warp geometry, SplittableRandom random) {
        LabelMask labels = region.labels();
        if (c.isPresent()) {
            LabelIndex.Pixel pixel = index(labels).ofClass(labels, c.getAsInt(), random);
            return around(pixel, labels, geometry, random);
        }
        if (placement != PatchPlacement.UNIFORM) {
            LabelIndex index = index(labels);
            if (!index.isEmpty()) {
                LabelIndex.Pixel pixel =
                        placement == PatchPlacement.STRATIFIED
                                ? index.ofAnyClass(labels, random)
                                : index.any(labels, random);
                return around(pixel, labels, geometry, random);
            }
        }
        double x = uniform(region.image().width(), random);
        double y = uniform(region.image().height(), random);
        return geometry.affine().shifted(x, y);
    }

    private LabelIndex index(LabelMask labels) {
        return indices.computeIfAbsent(labels, LabelIndex::new);
    }

    /** Centre of a patch that lies inside, or in the middle if the region is smaller. */
    private double uniform(int extent, SplittableRandom random) {
        int room = extent - patchSize;
        int start = room >= 0 ? random.nextInt(room + 1) : Math.floorDiv(room, 2);
        return start + patchSize / 2.0;
    }

    /**
     * Puts the labelled pixel near the patch's centre, the patch mostly inside the region, and the
     * pixel's centre exactly on a pixel of the patch, so that its label is never lost.
     */
    private Affine around(
            LabelIndex.Pixel pixel, LabelMask labels, Warp geometry, SplittableRandom random) {
        Affine map = geometry.affine();
        Affine linear = map.shifted(-map.tx(), -map.ty());
        double radius = JITTER * patchSize * Math.sqrt(random.nextDouble());
        double angle = 2 * Math.PI * random.nextDouble();
        double u = radius * StrictMath.cos(angle);
        double v = radius * StrictMath.sin(angle);
        double margin = MARGIN * patchSize * linear.magnitude();
        double dx =
                pixel.x() + 0.5 - inside(pixel.x() + 0.5 - linear.x(u, v), labels.width(), margin);
        double dy =
                pixel.y() + 0.5 - inside(pixel.y() + 0.5 - linear.y(u, v), labels.height(), margin);
        double det = linear.determinant();
        u = onPixel((linear.yy() * dx - linear.xy() * dy) / det);
        v = onPixel((linear.xx() * dy - linear.yx() * dx) / det);
        int column = (int) (u + patchSize / 2.0);
        int row = (int) (v + patchSize / 2.0);
        u += geometry.dx(column, row);
        v += geometry.dy(column, row);
        return linear.shifted(pixel.x() + 0.5 - linear.x(u, v), pixel.y() + 0.5 - linear.y(u, v));
    }

    private static double inside(double centre, int extent, double margin) {
        double m = Math.min(margin, extent / 2.0);
        return Math.min(extent - m, Math.max(m, centre));
    }

    /** The centre of the patch's pixel nearest to a coordinate relative to the patch's centre. */
    private double onPixel(double coordinate) {
        double half = patchSize / 2.0;
        double pixel = Math.min(patchSize - 1, Math.max(0, Math.floor(coordinate + half)));
        return pixel + 0.5 - half;
    }

    /** One well-mixed number of four: finaliser of SplitMix64 (Steele et al. 2014), chained. */
    static long key(long... parts) {
        long h = 0;
        for (long part : parts) {
            h += 0x9E3779B97F4A7C15L + part;
            h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
            h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
            h ^= h >>> 31;
        }
        return h;
    }
}
