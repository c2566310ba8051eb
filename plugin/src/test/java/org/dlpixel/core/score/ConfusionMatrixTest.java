package org.dlpixel.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    @Test
    void scoresOfACountedExample() {
        ConfusionMatrix m = matrix(3, "0 0 0 0 1 1 1 2 2 -1", "0 0 1 2 1 1 2 2 1 1");
        assertThat(m.total()).isEqualTo(9);
        assertThat(m.count(1, 2)).isEqualTo(1);
        assertThat(m.outcomes(1)).isEqualTo(new Outcomes(2, 2, 1));
        assertThat(m.dice(1)).isEqualTo(4.0 / 7);
        assertThat(m.iou(1)).isEqualTo(2.0 / 5);
        assertThat(m.precision(1)).isEqualTo(0.5);
        assertThat(m.recall(1)).isEqualTo(2.0 / 3);
        assertThat(m.accuracy(1)).isEqualTo(6.0 / 9);
        assertThat(m.accuracy()).isEqualTo(5.0 / 9);
        assertThat(m.foreground()).isEqualTo(new Outcomes(3, 4, 2));
        assertThat(m.foreground().dice()).isEqualTo(6.0 / 12);
        assertThat(m.meanForegroundDice()).isEqualTo((4.0 / 7 + 2.0 / 5) / 2);
    }

    @Test
    void aClassThatOccursNowhereIsUndefined() {
        ConfusionMatrix m = matrix(3, "0 1 1", "0 1 0");
        assertThat(m.dice(2)).isNaN();
        assertThat(m.iou(2)).isNaN();
        assertThat(m.precision(2)).isNaN();
        assertThat(m.recall(2)).isNaN();
        assertThat(m.accuracy(2)).isEqualTo(1);
        assertThat(m.meanForegroundDice()).isEqualTo(m.dice(1));
    }

    @Test
    void aClassThatOnlyOneSideHasScoresZero() {
        assertThat(matrix(2, "0 1", "0 0").dice(1)).isZero();
        assertThat(matrix(2, "0 1", "0 0").precision(1)).isNaN();
        assertThat(matrix(2, "0 0", "0 1").dice(1)).isZero();
        assertThat(matrix(2, "0 0", "0 1").recall(1)).isNaN();
    }

    @Test
    void withoutKnownPixelsNothingIsDefined() {
        ConfusionMatrix m = matrix(2, "-1 -1", "0 1");
        assertThat(m.accuracy()).isNaN();
        assertThat(m.foreground().dice()).isNaN();
        assertThat(m.meanForegroundDice()).isNaN();
    }

    @Property(tries = 100, seed = "42")
    void withTwoClassesForegroundScoresAreThoseOfClassOne(@ForAll long seed) {
        ConfusionMatrix m = random(2, seed);
        assertThat(m.foreground()).isEqualTo(m.outcomes(1));
        double d = m.dice(1);
        assertThat(m.iou(1)).isCloseTo(d / (2 - d), within(1e-12));
    }

    @Property(tries = 100, seed = "42")
    void mergingIsCountingTogether(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int k) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] known = bytes(random, 200, k);
        byte[] predicted = bytes(random, 200, k);
        ConfusionMatrix whole = new ConfusionMatrix(k);
        whole.add(new LabelMask(20, 10, known), predicted);
        ConfusionMatrix parts = new ConfusionMatrix(k);
        for (int from = 0; from < 200; from += 50) {
            ConfusionMatrix part = new ConfusionMatrix(k);
            part.add(
                    new LabelMask(50, 1, Arrays.copyOfRange(known, from, from + 50)),
                    Arrays.copyOfRange(predicted, from, from + 50));
            parts.merge(part);
        }
        for (int i = 0; i < k; i++) {
            assertThat(parts.outcomes(i)).isEqualTo(whole.outcomes(i));
        }
    }

    @Test
    void wrongInputIsNamedAndAddsNothing() {
        ConfusionMatrix m = new ConfusionMatrix(2);
        LabelMask two = new LabelMask(2, 1, new byte[2]);
        assertThatThrownBy(() -> m.add(two, new byte[3]))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of predicted pixels: 3");
        assertThatThrownBy(() -> m.add(two, new byte[] {0, 2}))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Illegal predicted class: 2, must be from 0 to 1.");
        assertThatThrownBy(() -> m.add(new LabelMask(2, 1, new byte[] {0, 3}), new byte[2]))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("reference class: 3");
        assertThatThrownBy(() -> m.merge(new ConfusionMatrix(3))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ConfusionMatrix(1)).isInstanceOf(InvalidInput.class);
        assertThat(m.total()).isZero();
    }

    private static ConfusionMatrix random(int k, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ConfusionMatrix m = new ConfusionMatrix(k);
        m.add(new LabelMask(20, 10, bytes(random, 200, k)), bytes(random, 200, k));
        return m;
    }

    private static byte[] bytes(SplittableRandom random, int n, int k) {
        byte[] out = new byte[n];
        for (int i = 0; i < n; i++) {
            out[i] = (byte) random.nextInt(k);
        }
        return out;
    }

    private static ConfusionMatrix matrix(int classes, String known, String predicted) {
        ConfusionMatrix m = new ConfusionMatrix(classes);
        byte[] k = bytes(known);
        m.add(new LabelMask(k.length, 1, k), bytes(predicted));
        return m;
    }

    private static byte[] bytes(String text) {
        String[] parts = text.split(" ", -1);
        byte[] out = new byte[parts.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Byte.parseByte(parts[i]);
        }
        return out;
    }
}
