package org.dlpixel.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.junit.jupiter.api.Test;

class ValidationViewTest {

    private static final UNetSettings NETWORK =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4);

    @Test
    void aFewLabelledPixelsAreSeenAsInTheWholeRegion() {
        LabelledRegion whole = Scenes.region(147, 131, 1, Split.VALIDATION);
        byte[] few = new byte[147 * 131];
        Arrays.fill(few, LabelMask.IGNORE);
        few[70 * 147 + 60] = 0;
        few[75 * 147 + 66] = 1;
        LabelledRegion sparse =
                Scenes.region(whole.image(), new LabelMask(147, 131, few), Split.VALIDATION);
        ValidationView small = ValidationView.of(sparse, NETWORK);
        ValidationView large = ValidationView.of(whole, NETWORK);
        assertThat(large.width()).isEqualTo(148);
        assertThat(small.width()).isLessThan(148 / 2);
        assertThat(small.labelled()).isEqualTo(2);
        try (Network network = Network.open(NETWORK, Weights.random(NETWORK, 1), 1)) {
            float[] a = network.logits(small.image(), 1, small.height(), small.width());
            float[] b = network.logits(large.image(), 1, large.height(), large.width());
            int found = 0;
            for (int i = 0; i < small.labels().length; i++) {
                if (small.labels()[i] >= 0) {
                    int at = small.labels()[i] == 0 ? 70 * 148 + 60 : 75 * 148 + 66;
                    assertThat(a[i]).isCloseTo(b[at], within(1e-5f));
                    found++;
                }
            }
            assertThat(found).isEqualTo(2);
        }
    }

    @Test
    void pixelsBeyondTheRegionAreMirroredAndUnlabelled() {
        LabelledRegion tiny =
                Scenes.region(
                        new FloatImage(1, 1, 1, new float[] {180}),
                        new LabelMask(1, 1, new byte[] {1}),
                        Split.VALIDATION);
        ValidationView view = ValidationView.of(tiny, NETWORK);
        assertThat(view.width()).isEqualTo(4);
        assertThat(view.image()).hasSize(16).containsOnly(1f);
        assertThat(view.labels()[0]).isEqualTo((byte) 1);
        assertThat(Arrays.copyOfRange(view.labels(), 1, 16)).containsOnly(LabelMask.IGNORE);
    }
}
