package org.dlpixel.core.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelEncoding;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.train.Scenes;
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
    void labelsOffByOneAreRefusedWithAHint() {
        assertRefused("dense labels (0 background, 1 foreground) are off by one", dense(2));
    }

    @Test
    void aClassThatIsMissingInASplitIsWarnedOf() {
        ClassList three = ClassList.numbered(3);
        assertThat(TrainingChecks.check(List.of(GOOD, HELD_OUT), three))
                .containsExactly(
                        "Class 'class 2' has no pixel in a training region.",
                        "Class 'class 2' has no pixel in a held-out region.");
        assertThat(TrainingChecks.check(List.of(GOOD, HELD_OUT, two(Split.TRAIN)), three))
                .anyMatch(w -> w.equals("Class 'class 2' has no pixel in a held-out region."))
                .noneMatch(w -> w.contains("in a training region"));
    }

    @Test
    void aMissingHoldOutIsWarnedOf() {
        assertThat(TrainingChecks.check(List.of(GOOD), Scenes.CLASSES))
                .containsExactly("No region is held out: the last weights are kept, not the best.");
    }

    @Test
    void aRowWithoutLabelsIsNamed() {
        assertWarned(
                "No labelled pixel in row 3 (scene, slice 7, ROI 0,0,16,16).",
                filled(LabelMask.IGNORE));
    }

    @Test
    void aRowWithoutBackgroundIsNamed() {
        assertWarned(
                "No background, 'background', is painted in row 3 (scene, slice 7, ROI 0,0,16,16)",
                halfFilled(1));
    }

    @Test
    void rowsThatMostlyHoldOneClassAreNotNamed() {
        List<LabelledRegion> patches =
                List.of(GOOD, HELD_OUT, halfFilled(1), halfFilled(0), halfFilled(1));
        assertThat(TrainingChecks.check(patches, Scenes.CLASSES)).isEmpty();
    }

    @Test
    void aSourceWithNothingButBackgroundMayBeOffByOneAndItsRowsAreNamed() {
        LabelledRegion odd = dense(2);
        assertThat(TrainingChecks.check(List.of(GOOD, HELD_OUT, odd), Scenes.CLASSES)).isEmpty();
        assertWarned(
                "Nothing but background, 'background', is painted in row 3 (other, slice 0, ROI"
                        + " 0,0,16,16). If its labels are dense",
                new LabelledRegion(
                        "other",
                        0,
                        odd.roi(),
                        Split.TRAIN,
                        odd.image(),
                        odd.labels(),
                        odd.range()));
    }

    @Test
    void aRowWithoutAnyUnlabelledPixelMayBeOffByOneAndIsNamed() {
        assertWarned(
                "Every pixel is labelled in row 3 (scene, slice 7, ROI 0,0,16,16). If unlabelled",
                withLabels(full(2)));
        List<LabelledRegion> dense =
                List.of(
                        withLabels(full(2)),
                        Scenes.region(
                                GOOD.image(), new LabelMask(16, 16, full(2)), Split.VALIDATION));
        assertThat(TrainingChecks.check(dense, Scenes.CLASSES)).isEmpty();
    }

    @Test
    void threeClassesWithoutAnyUnlabelledPixelAreWarnedOf() {
        assertThat(TrainingChecks.check(List.of(withLabels(full(3))), ClassList.numbered(3)))
                .anyMatch(w -> w.startsWith("Every pixel is labelled in row 1 (scene"));
    }

    @Test
    void aRowSmallerThanAPatchIsNamed() {
        LabelledRegion wide = Scenes.region(40, 24, 3, Split.TRAIN);
        LabelledRegion fits = Scenes.region(32, 32, 4, Split.VALIDATION);
        assertThat(TrainingChecks.check(List.of(fits, wide, fits), Scenes.CLASSES, 32))
                .containsExactly(
                        "Smaller than a patch of 32 x 32 pixels: row 2 (scene, slice 7, ROI"
                                + " 0,0,40,24). The rest of their patches is mirrored and"
                                + " ignored.");
        assertThat(TrainingChecks.check(List.of(fits, wide), Scenes.CLASSES, 24)).isEmpty();
    }

    @Test
    void aRowWithIntensitiesUnlikeTheRestIsNamedWithThem() {
        assertThat(TrainingChecks.check(List.of(GOOD, HELD_OUT, scaled(30)), Scenes.CLASSES))
                .singleElement()
                .asString()
                .matches(
                        "Intensities of row 3 \\(scene, slice 7, ROI 0,0,16,16\\), normalised, are"
                                + " unlike the rest: 3\\d\\.\\d\\d to 6\\d\\.\\d\\d, of the others in"
                                + " the median 0\\.0\\d+ to 0\\.9\\d+\\.");
        assertThat(TrainingChecks.check(List.of(GOOD, HELD_OUT, scaled(15)), Scenes.CLASSES))
                .isEmpty();
        assertThat(TrainingChecks.check(List.of(GOOD, HELD_OUT, scaled(0.02)), Scenes.CLASSES))
                .singleElement()
                .asString()
                .contains("row 3");
    }

    @Test
    void regionsThatCameNormalisedAreNotComparedWithRawOnes() {
        assertThat(
                        TrainingChecks.check(
                                List.of(GOOD, HELD_OUT, from("patch", 0, 1)), Scenes.CLASSES))
                .isEmpty();
    }

    @Test
    void aConstantRowIsNamedAndItsOppositeIsNot() {
        assertThat(TrainingChecks.check(List.of(GOOD, HELD_OUT, scaled(0)), Scenes.CLASSES))
                .singleElement()
                .asString()
                .startsWith("Intensities of row 3");
    }

    @Test
    void aSourceWithAnotherRangeIsNamedOnce() {
        List<LabelledRegion> regions =
                List.of(
                        from("a", 0, 200),
                        from("b", 10, 250),
                        from("b", 10, 250),
                        from("c", 0, 60_000),
                        from("c", 0, 60_000),
                        HELD_OUT);
        assertThat(TrainingChecks.check(regions, Scenes.CLASSES))
                .containsExactly(
                        "Intensities of c, first in row 4, are unlike the rest: 0.000 to 6.000e+04,"
                                + " of the others in the median 10.00 to 200.0.");
    }

    @Test
    void aSourceThatIsBrighterByManySpansIsNamed() {
        List<LabelledRegion> regions =
                List.of(from("a", 0, 200), from("b", 5_000, 5_200), HELD_OUT, from("d", 50, 220));
        assertThat(TrainingChecks.check(regions, Scenes.CLASSES))
                .singleElement()
                .asString()
                .startsWith("Intensities of b, first in row 2, are unlike the rest: 5000 to 5200");
    }

    @Test
    void manyRowsAreNotAllNamed() {
        List<LabelledRegion> regions = new ArrayList<>(List.of(GOOD, HELD_OUT));
        for (int i = 0; i < 9; i++) {
            regions.add(filled(LabelMask.IGNORE));
        }
        assertThat(TrainingChecks.check(regions, Scenes.CLASSES))
                .singleElement()
                .asString()
                .contains("row 3 (", "row 5 (", " and 6 more.")
                .doesNotContain("row 6");
    }

    private static void assertWarned(String start, LabelledRegion odd) {
        assertThat(TrainingChecks.check(List.of(GOOD, HELD_OUT, odd), Scenes.CLASSES))
                .singleElement()
                .asString()
                .startsWith(start);
    }

    /** The image of a good region with other labels. */
    private static LabelledRegion withLabels(byte... labels) {
        return Scenes.region(GOOD.image(), new LabelMask(16, 16, labels), Split.TRAIN);
    }

    private static LabelledRegion filled(int label) {
        byte[] labels = new byte[256];
        Arrays.fill(labels, (byte) label);
        return withLabels(labels);
    }

    private static LabelledRegion halfFilled(int label) {
        byte[] labels = new byte[256];
        Arrays.fill(labels, LabelMask.IGNORE);
        Arrays.fill(labels, 0, 128, (byte) label);
        return withLabels(labels);
    }

    /** A square of ones among zeros, read as if zero meant unlabelled. */
    private static LabelledRegion dense(int from) {
        float[] values = new float[256];
        for (int row = from; row < from + 5; row++) {
            Arrays.fill(values, row * 16 + 3, row * 16 + 9, 1);
        }
        return withLabels(LabelEncoding.SPARSE.decode(16, 16, values).classes());
    }

    private static LabelledRegion two(Split split) {
        byte[] labels = new byte[256];
        Arrays.fill(labels, LabelMask.IGNORE);
        labels[3] = 0;
        labels[4] = 2;
        return Scenes.region(GOOD.image(), new LabelMask(16, 16, labels), split);
    }

    private static LabelledRegion scaled(double factor) {
        float[] pixels = GOOD.image().pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] *= (float) factor;
        }
        return Scenes.region(new FloatImage(16, 16, 1, pixels), GOOD.labels(), Split.TRAIN);
    }

    /** A region of another source, as bright as its range. */
    private static LabelledRegion from(String source, double low, double high) {
        float[] pixels = GOOD.image().pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (low + (pixels[i] - 100) / 80 * (high - low));
        }
        return new LabelledRegion(
                source,
                0,
                GOOD.roi(),
                Split.TRAIN,
                new FloatImage(16, 16, 1, pixels),
                GOOD.labels(),
                new IntensityRange(low, high));
    }

    /** Every pixel labelled, all classes. */
    private static byte[] full(int classes) {
        byte[] labels = new byte[256];
        for (int i = 0; i < 20; i++) {
            labels[i] = (byte) (i % classes);
        }
        return labels;
    }

    private static void assertRefused(String message, LabelledRegion... regions) {
        assertThatThrownBy(() -> TrainingChecks.check(List.of(regions), Scenes.CLASSES))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }
}
