package org.dlpixel.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final Bootstrap BOOTSTRAP = Bootstrap.defaults();

    /** A group of a hundred pixels, so many of which are right. */
    private static ConfusionMatrix group(int right) {
        byte[] reference = new byte[100];
        byte[] predicted = new byte[100];
        for (int i = 0; i < 100; i++) {
            reference[i] = (byte) (i % 2);
            predicted[i] = i < right ? reference[i] : (byte) (1 - reference[i]);
        }
        ConfusionMatrix matrix = new ConfusionMatrix(2);
        matrix.add(new LabelMask(10, 10, reference), predicted);
        return matrix;
    }

    @Test
    void equalGroupsLeaveNoDoubt() {
        List<ConfusionMatrix> groups = Collections.nCopies(5, group(80));
        double dice = group(80).dice(1);
        assertThat(BOOTSTRAP.dice(groups))
                .hasSize(2)
                .element(1)
                .satisfies(i -> assertThat(i).contains(new ConfidenceInterval(dice, dice)));
    }

    /**
     * The accuracy of groups of equal size is the mean of theirs: its interval is that of a mean,
     * about +- 1.96 s / sqrt(n).
     */
    @Test
    void theIntervalOfAMeanIsThatOfTheNormalDistribution() {
        SplittableRandom random = new SplittableRandom(7);
        List<ConfusionMatrix> groups = new ArrayList<>();
        double sum = 0;
        double squares = 0;
        int n = 100;
        for (int i = 0; i < n; i++) {
            int right = 40 + random.nextInt(41);
            groups.add(group(right));
            sum += right / 100.0;
            squares += right / 100.0 * (right / 100.0);
        }
        double mean = sum / n;
        double half = 1.96 * Math.sqrt((squares / n - mean * mean) / n);
        ConfidenceInterval interval =
                BOOTSTRAP
                        .intervals(groups, List.of(ConfusionMatrix::accuracy))
                        .get(0)
                        .orElseThrow();
        assertThat(interval.low()).isCloseTo(mean - half, within(.1 * half));
        assertThat(interval.high()).isCloseTo(mean + half, within(.1 * half));
    }

    @Test
    void oneSeedGivesOneInterval() {
        List<ConfusionMatrix> groups = List.of(group(50), group(70), group(95));
        assertThat(BOOTSTRAP.dice(groups)).isEqualTo(Bootstrap.defaults().dice(groups));
        assertThat(BOOTSTRAP.dice(groups)).isNotEqualTo(new Bootstrap(300, 2).dice(groups));
    }

    @Test
    void aSingleGroupAndAClassThatNeverOccursHaveNone() {
        assertThat(BOOTSTRAP.dice(List.of(group(60)))).hasSize(2).allMatch(i -> i.isEmpty());
        assertThat(BOOTSTRAP.dice(List.of())).isEmpty();
        ConfusionMatrix three = new ConfusionMatrix(3);
        three.add(new LabelMask(1, 2, new byte[] {0, 1}), new byte[] {0, 1});
        assertThat(BOOTSTRAP.dice(List.of(three, three)).get(2)).isEmpty();
    }

    @Test
    void tooFewDrawsAreRefused() {
        assertThatThrownBy(() -> new Bootstrap(10, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of bootstrap draws: 10");
    }
}
