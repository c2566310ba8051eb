package org.dlpixel.core.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.dlpixel.core.image.LabelledRegion;
import org.junit.jupiter.api.Test;

/** Patches of the oldest presets never change, so that trainings can be repeated. */
class ReplayTest {

    private static final Map<String, Integer> HASHES =
            Map.of(
                    "None", 2034888848,
                    "Flips", -433690156,
                    "Original", -490448474,
                    "Standard", 1749697227);

    @Test
    void thePatchesOfTheOldestPresetsAreThoseOfTheFirstRelease() {
        Map<String, Integer> hashes = new TreeMap<>();
        HASHES.keySet().forEach(n -> hashes.put(n, hash(AugmentationSettings.preset(n))));
        assertThat(hashes).isEqualTo(HASHES);
    }

    private static int hash(AugmentationSettings settings) {
        LabelledRegion[] regions = {
            Regions.noise(90, 70, 1, 3, 1), Regions.noise(40, 130, 3, 2, 2)
        };
        int hash = 1;
        for (PatchPlacement placement : PatchPlacement.values()) {
            PatchSampler sampler = new PatchSampler(48, placement, settings);
            for (int row = 0; row < regions.length; row++) {
                for (int index = 0; index < 12; index++) {
                    Patch patch = sampler.sample(regions[row], 7, 3, row, index);
                    hash = 31 * hash + Arrays.hashCode(patch.image().pixels());
                    hash = 31 * hash + Arrays.hashCode(patch.labels().classes());
                }
            }
        }
        return hash;
    }
}
