package org.dlpixel.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
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
        ValidationView small = ValidationView.of(sparse, NETWORK).get(0);
        ValidationView large = ValidationView.of(whole, NETWORK).get(0);
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
    void aLargeRegionIsSeenInPartsThatHoldEveryLabelOnce() {
        byte[] corners = new byte[2100 * 1030];
        Arrays.fill(corners, LabelMask.IGNORE);
        int[] places = {0, 2099, 1029 * 2100, 1030 * 2100 - 1, 1023, 1024};
        for (int place : places) {
            corners[place] = 1;
        }
        LabelledRegion region =
                Scenes.region(
                        FloatImage.zeros(2100, 1030, 1),
                        new LabelMask(2100, 1030, corners),
                        Split.VALIDATION);
        List<ValidationView> views = ValidationView.of(region, NETWORK);
        assertThat(views).hasSize(5).allMatch(view -> view.width() < 1200);
        assertThat(views.stream().mapToLong(ValidationView::labelled).sum()).isEqualTo(6);
    }

    @Test
    void pixelsBeyondTheRegionAreMirroredAndUnlabelled() {
        LabelledRegion tiny =
                Scenes.region(
                        new FloatImage(1, 1, 1, new float[] {180}),
                        new LabelMask(1, 1, new byte[] {1}),
                        Split.VALIDATION);
        ValidationView view = ValidationView.of(tiny, NETWORK).get(0);
        assertThat(view.width()).isEqualTo(4);
        assertThat(view.image()).hasSize(16).containsOnly(1f);
        assertThat(view.labels()[0]).isEqualTo((byte) 1);
        assertThat(Arrays.copyOfRange(view.labels(), 1, 16)).containsOnly(LabelMask.IGNORE);
    }
}
