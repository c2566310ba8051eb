package org.dlpixel.core.augment.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlpixel.core.augment.Regions;
import org.dlpixel.core.image.LabelledRegion;
import org.junit.jupiter.api.Test;

class NormalisedCopiesTest {

    private static final LabelledRegion REGION = Regions.noise(20, 10, 1, 2, 3);

    @Test
    void aRegionEarnsItsCopyWhenAllOfItWasCutOnce() {
        NormalisedCopies copies = new NormalisedCopies(1000);
        assertThat(copies.of(REGION, 150)).isEmpty();
        assertThat(copies.of(REGION, 150)).isEmpty();
        float[] copy = copies.of(REGION, 150).orElseThrow().pixels();
        assertThat(copy).isEqualTo(REGION.range().normalised(REGION.image()).pixels());
        assertThat(copies.of(REGION, 150).orElseThrow().pixels()).isSameAs(copy);
    }

    @Test
    void copiesBeyondTheLimitAreNotMade() {
        NormalisedCopies copies = new NormalisedCopies(300);
        LabelledRegion other = Regions.noise(20, 10, 1, 2, 4);
        for (int i = 0; i < 2; i++) {
            copies.of(REGION, 200);
            copies.of(other, 200);
        }
        assertThat(copies.of(REGION, 200)).isPresent();
        assertThat(copies.of(other, 200)).isEmpty();
    }
}
