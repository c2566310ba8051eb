package org.dlpixel.core.train.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.train.Scenes;
import org.dlpixel.core.train.data.TrainingData;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {

    private static final ClassWeights FROM_LABELS = new ClassWeights.FromLabels();

    /** Labels by class: so many of each, the rest unlabelled. */
    private static LabelledRegion region(Split split, int... counts) {
        byte[] labels = new byte[256];
        Arrays.fill(labels, LabelMask.IGNORE);
        int next = 0;
        for (int c = 0; c < counts.length; c++) {
            Arrays.fill(labels, next, next + counts[c], (byte) c);
            next += counts[c];
        }
        return Scenes.region(FloatImage.zeros(16, 16, 1), new LabelMask(16, 16, labels), split);
    }

    private static TrainingData data(int classes, LabelledRegion... regions) {
        return new TrainingData(
                List.of(regions), ClassList.numbered(classes), Normalization.defaults());
    }

    @Test
    void rareClassesWeighMore() {
        TrainingData data = data(2, region(Split.TRAIN, 60, 10), region(Split.TRAIN, 30, 0));
        assertThat(FROM_LABELS.of(data)).containsExactly(100 / (2. * 90), 100 / (2. * 10));
    }

    @Test
    void heldOutLabelsDoNotCount() {
        TrainingData data = data(2, region(Split.TRAIN, 50, 50), region(Split.VALIDATION, 9, 200));
        assertThat(FROM_LABELS.of(data)).containsExactly(1., 1.);
    }

    @Test
    void aClassThatDoesNotOccurWeighsOne() {
        assertThat(FROM_LABELS.of(data(3, region(Split.TRAIN, 30, 10))))
                .containsExactly(40 / (2. * 30), 40 / (2. * 10), 1.);
    }

    @Test
    void weightsMustBeAsManyAsClasses() {
        Objective objective =
                Objective.defaults().withWeights(new ClassWeights.Manual(List.of(1., 2., 3.)));
        assertThatThrownBy(() -> objective.of(data(2, region(Split.TRAIN, 5, 5))))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Illegal number of class weights: 3, must be that of classes, 2.");
        assertThat(objective.of(data(3, region(Split.TRAIN, 5, 5))).classWeights())
                .containsExactly(1., 2., 3.);
    }

    @Test
    void byDefaultAllClassesCountAlike() {
        assertThat(Objective.defaults().of(data(2, region(Split.TRAIN, 5, 50))).classWeights())
                .isEmpty();
    }
}
