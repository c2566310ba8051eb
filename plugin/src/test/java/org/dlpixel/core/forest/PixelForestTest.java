package org.dlpixel.core.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelForestTest {

    private static final ForestSettings SMALL = ForestSettings.defaults().withTrees(20);
    private static final LabelledRegion SQUARES = ForestScenes.squares(64, 200, 1);

    @Test
    void aForestFindsInAnotherImageWhatItLearned() {
        FloatImage other = ForestScenes.squares(64, 48, 2).image();
        FloatImage probabilities = predict(train(SMALL, 2, SQUARES), other);
        int right = 0;
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                boolean square = probabilities.at(x, y, 1) > 0.5;
                right += square == ForestScenes.inSquare(x, y) ? 1 : 0;
            }
        }
        assertThat(right / (48.0 * 64)).isGreaterThan(0.95);
    }

    @Test
    void probabilitiesSumToOne() {
        FloatImage probabilities = predict(train(SMALL, 3, SQUARES), SQUARES.image());
        assertThat(probabilities.channels()).isEqualTo(3);
        for (int i = 0; i < 64 * 200; i++) {
            float sum = probabilities.pixels()[i] + probabilities.pixels()[i + 64 * 200];
            assertThat(sum).isCloseTo(1, within(1e-5f));
            assertThat(probabilities.pixels()[i + 2 * 64 * 200]).as("no labels").isZero();
        }
    }

    @Test
    void threadsDoNotChangeAnything() {
        PixelForest one = train(SMALL, 2, SQUARES);
        PixelForest three = train(SMALL.withThreads(3), 2, SQUARES);
        assertThat(predict(three, SQUARES.image()).pixels())
                .isEqualTo(predict(one, SQUARES.image()).pixels());
        assertThat(three.outOfBag().probabilities()).isEqualTo(one.outOfBag().probabilities());
    }

    @Test
    void theSeedDecides() {
        float[] first = predict(train(SMALL, 2, SQUARES), SQUARES.image()).pixels();
        float[] again = predict(train(SMALL, 2, SQUARES), SQUARES.image()).pixels();
        float[] other = predict(train(SMALL.withSeed(5), 2, SQUARES), SQUARES.image()).pixels();
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void regionsForValidationAreNotLookedAt() {
        byte[] wrong = new byte[64 * 200];
        LabelledRegion held = ForestScenes.region(SQUARES.image(), wrong, Split.VALIDATION);
        assertThat(predict(train(SMALL, 2, SQUARES, held), SQUARES.image()).pixels())
                .isEqualTo(predict(train(SMALL, 2, SQUARES), SQUARES.image()).pixels());
    }

    @Test
    void classesWeighTheSameHoweverManyPixelsTheyHave() {
        byte[] labels = new byte[100];
        Arrays.fill(labels, 0, 7, (byte) 1);
        LabelledRegion grey = ForestScenes.region(FloatImage.zeros(10, 10, 1), labels, Split.TRAIN);
        float[] probabilities = predict(train(SMALL, 2, grey), grey.image()).pixels();
        for (float p : probabilities) {
            assertThat(p).isCloseTo(0.5f, within(1e-5f));
        }
    }

    @Test
    void onlyIntensitiesRelativeToTheRangeCount() {
        FloatImage image = SQUARES.image();
        float[] doubled = new float[image.pixels().length];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = 2 * image.pixels()[i];
        }
        PixelForest forest = train(SMALL, 2, SQUARES);
        FloatImage brighter = new FloatImage(64, 200, 1, doubled);
        IntensityRange range = new IntensityRange(200, 360);
        assertThat(forest.probabilities(brighter, range, Progress.none()).pixels())
                .isEqualTo(predict(forest, image).pixels());
    }

    @Test
    void labelsWithoutReasonAreLearnedButNotBelievedOutOfBag() {
        SplittableRandom random = new SplittableRandom(8);
        byte[] labels = new byte[32 * 32];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) random.nextInt(2);
        }
        FloatImage noise = ForestScenes.noise(32, 32, 1, 9);
        for (int i = 0; i < labels.length; i++) {
            noise.pixels()[i] = 100 + 80 * noise.pixels()[i];
        }
        LabelledRegion region = ForestScenes.region(noise, labels, Split.TRAIN);
        PixelForest forest = train(SMALL.withTrees(50), 2, region);
        FloatImage learned = predict(forest, noise);
        OutOfBag outOfBag = forest.outOfBag();
        assertThat(outOfBag.labels()).isEqualTo(labels);
        int right = 0;
        int rightOutOfBag = 0;
        for (int i = 0; i < labels.length; i++) {
            right += learned.pixels()[1024 + i] > 0.5 == (labels[i] == 1) ? 1 : 0;
            rightOutOfBag += outOfBag.probabilities()[2 * i + 1] > 0.5 == (labels[i] == 1) ? 1 : 0;
        }
        assertThat(right / 1024.0).isGreaterThan(0.95);
        assertThat(rightOutOfBag / 1024.0).isBetween(0.4, 0.6);
    }

    @Test
    void neighbouringSlicesHelp() {
        SliceContext context = new SliceContext(1);
        LabelledRegion deep = deep(3);
        PixelForest flat = train(SMALL, 2, middle(deep));
        PixelForest thick = PixelForest.train(List.of(deep), 2, context, SMALL, Progress.none());
        LabelledRegion other = deep(30);
        assertThat(errors(predict(thick, other.image())))
                .isLessThan(errors(predict(flat, middle(other).image())));
    }

    @Test
    void pixelsBeyondTheMostAreLeftOut() {
        byte[] labels = new byte[300 * 200];
        Arrays.fill(labels, 0, 100, (byte) 1);
        LabelledRegion region =
                ForestScenes.region(ForestScenes.noise(300, 200, 1, 3), labels, Split.TRAIN);
        TrainingPixels pixels =
                TrainingPixels.of(
                        List.of(region),
                        2,
                        new PixelFeatures(SliceContext.NONE, 1),
                        1,
                        Progress.none());
        assertThat(pixels.count()).isEqualTo(TrainingPixels.MOST);
        assertThat(pixels.byClass()[1]).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void cancellingStopsBeforeTheNextTree(int threads) {
        Stop stop = new Stop();
        ForestSettings settings = SMALL.withTrees(10_000).withThreads(threads);
        assertThatThrownBy(
                        () ->
                                PixelForest.train(
                                        List.of(SQUARES), 2, SliceContext.NONE, settings, stop))
                .isInstanceOf(Cancelled.class);
        assertThat(stop.trees).isEqualTo(3);
    }

    @Test
    void trainingWithoutLabelsOfTwoClassesIsRefused() {
        LabelledRegion one =
                ForestScenes.region(FloatImage.zeros(5, 5, 1), new byte[25], Split.TRAIN);
        assertThatThrownBy(() -> train(SMALL, 2, one))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of classes with labels for training: 1");
        LabelledRegion held =
                ForestScenes.region(SQUARES.image(), SQUARES.labels().classes(), Split.VALIDATION);
        assertThatThrownBy(() -> train(SMALL, 2, held))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of classes with labels for training: 0");
    }

    @Test
    void imagesThatDoNotFitAreRefused() {
        PixelForest forest = train(SMALL, 2, SQUARES);
        assertThatThrownBy(() -> predict(forest, FloatImage.zeros(4, 4, 2)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of channels: 2, must be 1");
        FloatImage broken = FloatImage.zeros(4, 4, 1);
        broken.pixels()[3] = Float.NaN;
        assertThatThrownBy(() -> predict(forest, broken))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("pixel: NaN");
        LabelledRegion colour =
                ForestScenes.region(FloatImage.zeros(5, 5, 3), new byte[25], Split.TRAIN);
        assertThatThrownBy(() -> train(SMALL, 2, SQUARES, colour))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of channels of scene, slice 3")
                .hasMessageContaining("3, must be 1");
    }

    @Test
    void illegalSettingsAreNamed() {
        ForestSettings defaults = ForestSettings.defaults();
        assertThatThrownBy(() -> defaults.withTrees(0)).hasMessageContaining("number of trees: 0");
        assertThatThrownBy(() -> defaults.withMinLeaf(0))
                .hasMessageContaining("pixels per leaf: 0");
        assertThatThrownBy(() -> defaults.withThreads(0))
                .hasMessageContaining("number of threads: 0");
    }

    private static PixelForest train(
            ForestSettings settings, int classes, LabelledRegion... regions) {
        return PixelForest.train(
                List.of(regions), classes, SliceContext.NONE, settings, Progress.none());
    }

    private static FloatImage predict(PixelForest forest, FloatImage image) {
        return forest.probabilities(image, ForestScenes.RANGE, Progress.none());
    }

    /** Faint squares under independent noise in three slices. */
    private static LabelledRegion deep(long seed) {
        float[] pixels = new float[3 * 64 * 64];
        LabelledRegion[] slices = new LabelledRegion[3];
        for (int k = 0; k < 3; k++) {
            slices[k] = ForestScenes.squares(64, 64, seed + k);
            float[] noise = ForestScenes.noise(64, 64, 1, 100 * seed + k).pixels();
            for (int i = 0; i < noise.length; i++) {
                pixels[k * 64 * 64 + i] = slices[k].image().pixels()[i] / 2 + 100 * noise[i];
            }
        }
        return ForestScenes.region(
                new FloatImage(64, 64, 3, pixels), slices[1].labels().classes(), Split.TRAIN);
    }

    private static LabelledRegion middle(LabelledRegion deep) {
        float[] pixels = Arrays.copyOfRange(deep.image().pixels(), 64 * 64, 2 * 64 * 64);
        return ForestScenes.region(
                new FloatImage(64, 64, 1, pixels), deep.labels().classes(), Split.TRAIN);
    }

    private static int errors(FloatImage probabilities) {
        int errors = 0;
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                boolean square = probabilities.at(x, y, 1) > 0.5;
                errors += square == ForestScenes.inSquare(x, y) ? 0 : 1;
            }
        }
        return errors;
    }

    /** Is cancelled once three trees are reported. */
    private static final class Stop implements Progress {
        private int trees;

        @Override
        public void report(double fraction, String message) {
            trees += message.equals("Random forest") ? 1 : 0;
        }

        @Override
        public void checkCancelled() {
            if (trees == 3) {
                throw new Cancelled();
            }
        }
    }
}
