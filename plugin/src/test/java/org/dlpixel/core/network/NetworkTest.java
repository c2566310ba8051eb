package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.dlpixel.core.golden.Npz;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.network.archive.TensorSpec;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private static final UNetSettings SMALL =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4).withClasses(3);

    @Test
    void importedWeightsGiveTheLogitsOfTheOriginal() {
        Npz golden = Npz.load("/golden/monai_unet.npz");
        Map<String, float[]> state = new HashMap<>();
        golden.all().forEach((key, value) -> state.put(key.replace('/', '.'), value));
        UNetSettings settings = SMALL.withBaseFeatures(8);
        Weights weights = Weights.fromState(settings, state);
        try (Network network = Network.open(settings, weights, 1)) {
            assertThat(network.logits(golden.get("x"), 1, 32, 48))
                    .containsExactly(golden.get("logits"), Offset.offset(1e-5f));
        }
        weights.toState().forEach((k, v) -> assertThat(v).as(k).isEqualTo(state.get(k)));
    }

    @Test
    void tensorsHaveTheKeysOfTheOriginal() {
        Set<String> expected =
                Npz.load("/golden/monai_unet.npz").all().keySet().stream()
                        .filter(key -> key.startsWith("model"))
                        .map(key -> key.replace('/', '.'))
                        .collect(Collectors.toSet());
        assertThat(NetworkScript.inference(SMALL.withBaseFeatures(8)).tensors())
                .extracting(TensorSpec::key)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aMissingTensorIsNamed() {
        assertThatThrownBy(() -> Weights.fromState(SMALL, Map.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("model.0.conv.unit0.conv.weight")
                .hasMessageContaining("missing");
    }

    @Test
    void probabilitiesAreTheSoftmaxAndClassesTheArgmaxOfLogits() {
        float[] x = noise(2 * 16 * 24, 1);
        try (Network network = Network.open(SMALL, Weights.random(SMALL, 1), 1)) {
            float[] logits = network.logits(x, 2, 16, 24);
            float[] p = network.probabilities(x, 2, 16, 24);
            byte[] classes = network.classes(x, 2, 16, 24);
            int plane = 16 * 24;
            for (int i = 0; i < classes.length; i++) {
                int at = i / plane * 3 * plane + i % plane;
                double sum = 0;
                int best = 0;
                for (int c = 0; c < 3; c++) {
                    sum += Math.exp(logits[at + c * plane]);
                    best = logits[at + c * plane] > logits[at + best * plane] ? c : best;
                }
                assertThat(classes[i]).isEqualTo((byte) best);
                assertThat((double) p[at]).isCloseTo(Math.exp(logits[at]) / sum, within(1e-5));
            }
        }
    }

    @Test
    void thePartsOfAnImageAreClassifiedAsThoseThatWereCutOut() {
        FloatImage image = new FloatImage(30, 21, 1, noise(30 * 21, 2));
        Roi part = new Roi(8, 4, 40, 24);
        byte[] found = new byte[part.width() * part.height()];
        try (Network network = Network.open(SMALL, Weights.random(SMALL, 1), 1)) {
            network.classes(image, part, bytes -> bytes.get(found));
            float[] cut = Mirror.read(image, part);
            assertThat(found).isEqualTo(network.classes(cut, 1, part.height(), part.width()));
        }
    }

    @Test
    void dropoutIsInactiveInPrediction() {
        float[] x = noise(16 * 16, 1);
        Weights weights = Weights.random(SMALL, 1);
        try (Network plain = Network.open(SMALL.withDropout(0), weights, 1);
                Network dropping = Network.open(SMALL.withDropout(.9), weights, 1)) {
            assertThat(dropping.logits(x, 1, 16, 16)).isEqualTo(plain.logits(x, 1, 16, 16));
        }
    }

    @Test
    void oneSeedGivesOneStartAndAnotherAnother() {
        assertThat(Weights.random(SMALL, 7)).isEqualTo(Weights.random(SMALL, 7));
        assertThat(Weights.random(SMALL, 7)).isNotEqualTo(Weights.random(SMALL, 8));
    }

    @Test
    void lossIsCrossEntropyPlusSoftDiceOverLabelledPixels() {
        int plane = 16 * 16;
        float[] x = noise(2 * plane, 3);
        byte[] labels = new byte[2 * plane];
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (random.nextInt(4) - 1);
        }
        try (Network network = Network.open(SMALL, Weights.random(SMALL, 1), 1)) {
            float[] p = network.probabilities(x, 2, 16, 16);
            assertThat(network.loss(x, labels, 2, 16, 16))
                    .isCloseTo(expectedLoss(p, labels, plane, 3), within(1e-5));
        }
    }

    private static double expectedLoss(float[] p, byte[] labels, int plane, int classes) {
        double entropy = 0;
        int labelled = 0;
        double[] both = new double[classes];
        double[] either = new double[classes];
        for (int i = 0; i < labels.length; i++) {
            int at = i / plane * classes * plane + i % plane;
            if (labels[i] >= 0) {
                labelled++;
                entropy -= Math.log(p[at + labels[i] * plane]);
                both[labels[i]] += p[at + labels[i] * plane];
                either[labels[i]]++;
                for (int c = 0; c < classes; c++) {
                    either[c] += p[at + c * plane];
                }
            }
        }
        double dice = 0;
        for (int c = 0; c < classes; c++) {
            dice += (2 * both[c] + 1e-5) / (either[c] + 1e-5) / classes;
        }
        return entropy / labelled + 1 - dice;
    }

    @Test
    void withoutLabelledPixelsTheLossIsZero() {
        byte[] none = new byte[256];
        Arrays.fill(none, (byte) -1);
        try (Network network = Network.open(SMALL, Weights.random(SMALL, 1), 1)) {
            assertThat(network.loss(noise(256, 1), none, 1, 16, 16)).isZero();
        }
    }

    @Test
    void aSizeThatTheNetworkCannotHalveIsRefused() {
        try (Network network = Network.open(SMALL, Weights.random(SMALL, 1), 1)) {
            assertThatThrownBy(() -> network.classes(new float[10 * 16], 1, 16, 10))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("Illegal image size: 10 x 16, must be a multiple of 4.");
        }
    }

    /** The computed radius is exact: the pixel at its end matters somewhere, none beyond does. */
    @Test
    void inputBeyondTheReceptiveFieldHasNoInfluence() {
        UNetSettings settings = SMALL;
        Weights weights = Weights.random(settings, 5);
        int size = 96;
        float[] x = noise(size * size, 2);
        float[] changed = x.clone();
        int column = 48;
        for (int y = 0; y < size; y++) {
            changed[y * size + column] += 1;
        }
        try (Network network = Network.open(settings, weights, 1)) {
            float[] a = network.logits(x, 1, size, size);
            float[] b = network.logits(changed, 1, size, size);
            for (int out = 0; out < size; out++) {
                Span needed = settings.architecture().inputFor(settings, new Span(out, out));
                boolean reached = needed.first() <= column && column <= needed.last();
                assertThat(differs(a, b, out, size)).as("column " + out).isEqualTo(reached);
            }
        }
    }

    static boolean differs(float[] a, float[] b, int column, int size) {
        for (int i = column; i < a.length; i += size) {
            if (a[i] != b[i]) {
                return true;
            }
        }
        return false;
    }

    static float[] noise(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }
}
