package org.dlpixel.core.train.patches;

import java.util.List;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Split;

/**
 * Where training patches come from. Called from a background thread; the same arguments must give
 * the same patch, whatever was asked for before.
 */
@FunctionalInterface
public interface PatchSource {

    /**
     * One patch.
     *
     * @param epoch 0-based
     * @param index of the patch within the epoch, 0-based
     * @return normalised image and labels, all patches of one size that the network accepts
     */
    Patch patch(long epoch, int index);

    /**
     * Patches drawn from the training regions in turn, in an order that is shuffled for every
     * round, so that every region is seen equally often even if there are more regions than patches
     * per epoch.
     *
     * @param regions at least one of them for training; others are skipped
     * @param sampler cuts and augments
     * @param patchesPerEpoch how many indices an epoch has
     * @param seed of the draws
     */
    static PatchSource sampled(
            List<LabelledRegion> regions, PatchSampler sampler, int patchesPerEpoch, long seed) {
        List<LabelledRegion> training =
                regions.stream().filter(region -> region.split() == Split.TRAIN).toList();
        Rounds order = new Rounds(training.size(), seed);
        return (epoch, index) -> {
            long draw = epoch * patchesPerEpoch + index;
            int row = order.at(draw);
            return sampler.sample(training.get(row), seed, epoch, row, index);
        };
    }

    /**
     * Patches around labelled pixels, drawn in rounds over all pairs of a training region and a
     * class that is labelled in it: rare classes and small regions are seen as often as others. A
     * round goes on in the next epoch if there are more pairs than patches per epoch.
     *
     * @param regions at least one of them for training, with a labelled pixel; others are skipped
     * @param sampler cuts and augments; its placement does not matter
     * @param patchesPerEpoch how many indices an epoch has
     * @param seed of the draws
     */
    static PatchSource stratified(
            List<LabelledRegion> regions, PatchSampler sampler, int patchesPerEpoch, long seed) {
        return new Strata(regions, sampler, patchesPerEpoch, seed);
    }
}
