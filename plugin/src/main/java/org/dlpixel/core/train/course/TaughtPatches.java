package org.dlpixel.core.train.course;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.train.patches.PatchSource;

/**
 * Batches of both kinds: the first patches of each are drawn around labels, the others anywhere in
 * the unlabelled boxes with what the teacher thinks of them.
 */
final class TaughtPatches implements PatchSource {

    /** Where the patches without labels come from. */
    interface Boxes {

        /** With opinions, see {@link TaughtPatches#taught}; empty in epochs without. */
        Optional<List<LabelledRegion>> taught(long epoch);

        /** As many without opinions, raw. */
        List<LabelledRegion> plain();

        /** The same opinions in every epoch. */
        static Boxes of(List<LabelledRegion> taught) {
            return new Boxes() {
                @Override
                public Optional<List<LabelledRegion>> taught(long epoch) {
                    return Optional.of(taught);
                }

                @Override
                public List<LabelledRegion> plain() {
                    return taught;
                }
            };
        }
    }

    private final PatchSource labelled;
    private final Boxes boxes;
    private final PatchSampler sampler;
    private final int classes;
    private final int batchSize;
    private final long seed;

    /**
     * @param labelled asked for half of the patches, its indices without gaps
     * @param sampler draws uniformly
     */
    TaughtPatches(
            PatchSource labelled,
            Boxes boxes,
            PatchSampler sampler,
            int classes,
            int batchSize,
            long seed) {
        this.labelled = labelled;
        this.boxes = boxes;
        this.sampler = sampler;
        this.classes = classes;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /** Labelled patches in a batch; the odd one is labelled. */
    static int labelledPerBatch(int batchSize) {
        return (batchSize + 1) / 2;
    }

    /** A box, normalised, with the teacher's opinion as further channels. */
    static LabelledRegion taught(LabelledRegion box, FloatImage opinion) {
        FloatImage all = box.image().with(opinion);
        box.range().normalise(all.pixels(), 0, box.image().pixels().length);
        return new LabelledRegion(
                box.source(),
                box.slice(),
                box.roi(),
                box.split(),
                all,
                box.labels(),
                IntensityRange.UNIT);
    }

    @Override
    public Patch patch(long epoch, int index) {
        int own = labelledPerBatch(batchSize);
        int batch = index / batchSize;
        int place = index % batchSize;
        if (place < own) {
            return labelled.patch(epoch, batch * own + place);
        }
        long draw = (long) batch * (batchSize - own) + place - own;
        Optional<List<LabelledRegion>> taught = boxes.taught(epoch);
        List<LabelledRegion> all = taught.orElseGet(boxes::plain);
        int row = (int) Math.floorMod(mixed(epoch, draw), (long) all.size());
        int targets = taught.isPresent() ? classes : 0;
        return sampler.sample(all.get(row), targets, ~seed, epoch, row, draw);
    }

    /** Which box: any, whatever was drawn before. Finaliser of SplitMix64. */
    private long mixed(long epoch, long draw) {
        long h = seed + (epoch << 32) + draw + 0x9E3779B97F4A7C15L;
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 31);
    }
}
