package org.dlpixel.core.train.patches;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Split;

/**
 * Draws patches in rounds over all pairs of a training region and a class that is labelled in it:
 * every pair as often as the others, however few pixels it has. So a class that is labelled in few
 * regions is drawn less often than others, but never lost.
 */
final class Strata implements PatchSource {

    private final List<LabelledRegion> regions;
    private final PatchSampler sampler;
    private final int patchesPerEpoch;
    private final long seed;
    private final List<Stratum> strata = new ArrayList<>();
    private final Rounds rounds;

    /** A region by its row among the training regions, and a class. */
    record Stratum(int row, int c) {}

    Strata(List<LabelledRegion> regions, PatchSampler sampler, int patchesPerEpoch, long seed) {
        this.regions = regions.stream().filter(r -> r.split() == Split.TRAIN).toList();
        this.sampler = sampler;
        this.patchesPerEpoch = patchesPerEpoch;
        this.seed = seed;
        for (int row = 0; row < this.regions.size(); row++) {
            for (int c : sampler.classesOf(this.regions.get(row))) {
                strata.add(new Stratum(row, c));
            }
        }
        if (strata.isEmpty()) {
            throw InvalidInput.of(
                    "labels", "no labelled pixel in any training region", "painted somewhere");
        }
        this.rounds = new Rounds(strata.size(), seed);
    }

    Stratum stratum(long epoch, int index) {
        return strata.get(rounds.at(epoch * patchesPerEpoch + index));
    }

    @Override
    public Patch patch(long epoch, int index) {
        Stratum stratum = stratum(epoch, index);
        return sampler.sampleClass(
                regions.get(stratum.row()), stratum.c(), seed, epoch, stratum.row(), index);
    }
}
