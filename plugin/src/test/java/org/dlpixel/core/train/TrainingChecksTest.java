package org.dlpixel.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Split;
import org.junit.jupiter.api.Test;

class TrainingChecksTest {

    private static final LabelledRegion GOOD = Scenes.region(16, 16, 1, Split.TRAIN);
    private static final LabelledRegion HELD_OUT = Scenes.region(16, 16, 2, Split.VALIDATION);

    @Test
    void goodLabelsPassWithoutWarning() {
        assertThat(TrainingChecks.check(List.of(GOOD, HELD_OUT), Scenes.CLASSES)).isEmpty();
    }

    @Test
    void anEmptyTableIsRefused() {
        assertRefused("number of labelled regions: 0, must be at least 1");
    }

    @Test
    void labelsWithoutAnyLabelledPixelAreRefused() {
        assertRefused("no labelled pixel", Scenes.uniform(-1, Split.TRAIN), HELD_OUT);
    }

    @Test
    void aSingleClassIsRefused() {
        assertRefused("'background', must be of at least two", Scenes.uniform(0, Split.TRAIN));
    }

    @Test
    void labelsWithoutBackgroundAreRefused() {
        ClassList three = ClassList.numbered(3);
        List<LabelledRegion> regions =
                List.of(Scenes.uniform(1, Split.TRAIN), Scenes.uniform(2, Split.TRAIN));
        assertThatThrownBy(() -> TrainingChecks.check(regions, three))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no pixel of the background");
    }

    @Test
    void aClassBeyondTheListIsRefusedWithItsRow() {
        assertRefused(
                "class index in row 2 (scene, slice 7, ROI 0,0,16,16): 2, must be below",
                GOOD,
                Scenes.uniform(2, Split.TRAIN));
    }

    @Test
    void differingChannelsAreRefusedWithTheirRow() {
        LabelledRegion colour =
                Scenes.region(
                        FloatImage.zeros(4, 4, 3), new LabelMask(4, 4, new byte[16]), Split.TRAIN);
        assertRefused("channels in row 2", GOOD, colour);
    }

    @Test
    void holdingEverythingOutIsRefused() {
        assertRefused("all regions are held out", HELD_OUT);
    }

    @Test
    void oddLabelsAreWarnedOf() {
        assertThat(
                        TrainingChecks.check(
                                List.of(GOOD, Scenes.uniform(-1, Split.VALIDATION)),
                                ClassList.numbered(3)))
                .hasSize(3)
                .anyMatch(warning -> warning.contains("'class 2' has no pixel"))
                .anyMatch(warning -> warning.contains("No labelled pixel in row 2"))
                .anyMatch(warning -> warning.contains("No region is held out"));
    }

    private static void assertRefused(String message, LabelledRegion... regions) {
        assertThatThrownBy(() -> TrainingChecks.check(List.of(regions), Scenes.CLASSES))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }
}
