package org.dlpixel.core.augment.geometry;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelledRegion;

/**
 * Normalised copies of regions from which many patches are cut, so that a pixel is not normalised
 * anew for every patch.
 *
 * <p>A region earns its copy when as many pixels were cut as it has. The first to do so keep
 * theirs, up to a limit in all, for as long as the region is in use. Safe for several threads.
 */
final class NormalisedCopies {

    /** Pixels of all copies together, at most: 128 MiB. */
    private static final long MOST = 1 << 25;

    /** ... and never more than a sixteenth of the heap. */
    private static final long BYTES_OF_HEAP_PER_PIXEL = 64;

    private static final class Use {
        private long cut;
        private Optional<FloatImage> copy = Optional.empty();
    }

    private final Map<LabelledRegion, Use> uses = new WeakHashMap<>();
    private final long limit;

    NormalisedCopies() {
        this(Math.min(MOST, Runtime.getRuntime().maxMemory() / BYTES_OF_HEAP_PER_PIXEL));
    }

    /**
     * @param limit pixels of all copies together, at most
     */
    NormalisedCopies(long limit) {
        this.limit = limit;
    }

    /**
     * The region's image, normalised, if it has earned a copy.
     *
     * @param pixels how many are about to be cut
     */
    synchronized Optional<FloatImage> of(LabelledRegion region, long pixels) {
        Use use = uses.computeIfAbsent(region, r -> new Use());
        long size = region.image().pixels().length;
        boolean earned = use.cut >= size;
        use.cut += pixels;
        if (earned && use.copy.isEmpty() && kept() + size <= limit) {
            use.copy = Optional.of(region.range().normalised(region.image()));
        }
        return use.copy;
    }

    private long kept() {
        return uses.values().stream()
                .flatMap(use -> use.copy.stream())
                .mapToLong(image -> image.pixels().length)
                .sum();
    }
}
