package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dlpixel.core.network.archive.TensorSpec;
import org.junit.jupiter.api.Test;

class TrainableNetworkTest {

    private static final UNetSettings SMALL =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4).withDropout(0);
    private static final Weights START = Weights.random(SMALL, 1);
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    private final float[] images = NetworkTest.noise(2 * 256, 1);
    private final byte[] labels = labels();

    private static byte[] labels() {
        byte[] labels = new byte[2 * 256];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 5 - 1 > 1 ? -1 : i % 5 - 1);
        }
        return labels;
    }

    @Test
    void stepsLowerTheLoss() {
        try (TrainableNetwork network = TrainableNetwork.open(SMALL, START, 1, 1)) {
            double first = step(network, new StepSettings(1, 1e-2, 0, 1, 1)).loss();
            double last = 0;
            for (int i = 2; i < 40; i++) {
                last = step(network, new StepSettings(i, 1e-2, 0, 1, 1)).loss();
            }
            assertThat(last).isLessThan(0.7 * first);
        }
    }

    @Test
    void trainingsThatTakeTurnsDoNotDisturbEachOther() {
        UNetSettings dropping = SMALL.withDropout(0.5);
        Weights start = Weights.random(dropping, 1);
        float[] alone = new float[0];
        float[] inTurns = new float[0];
        try (TrainableNetwork network = TrainableNetwork.open(dropping, start, 7, 1)) {
            for (int i = 1; i < 5; i++) {
                step(network, new StepSettings(i, 1e-2, 0, 1, 1));
            }
            alone = network.weights().values();
        }
        try (TrainableNetwork network = TrainableNetwork.open(dropping, start, 7, 1);
                TrainableNetwork other = TrainableNetwork.open(dropping, start, 8, 2)) {
            for (int i = 1; i < 5; i++) {
                step(network, new StepSettings(i, 1e-2, 0, 1, 1));
                step(other, new StepSettings(i, 1e-2, 0, 1, 1));
            }
            inTurns = network.weights().values();
            assertThat(other.weights().values()).isNotEqualTo(alone);
        }
        assertThat(inTurns).isEqualTo(alone);
    }

    /**
     * Values of PyTorch: the same network, batch and settings with torch.optim.AdamW,
     * clip_grad_norm_ and lerp_ on the state_dict.
     */
    @Test
    void fiveStepsGoAsInPyTorch() {
        UNetSettings settings = UNetSettings.defaults().withClasses(3).withDropout(0);
        int count = 2 * 64 * 64;
        float[] x = new float[count];
        byte[] y = new byte[count];
        for (int i = 0; i < count; i++) {
            x[i] = (i * 37 % 101) / 101f;
            y[i] = (byte) (i * 31 % 7 < 3 ? i * 31 % 7 : -1);
        }
        double[] losses = {1.9497913, 1.8348503, 1.7239887, 1.5851860, 1.4143116};
        double[] norms = {1.4731089, 0.5546647, 0.4390486, 0.5821153, 0.6995857};
        Weights start = Weights.random(settings, 1);
        try (TrainableNetwork network = TrainableNetwork.open(settings, start, 1, 1)) {
            for (int i = 0; i < losses.length; i++) {
                StepSettings numbers = new StepSettings(i + 1, 1e-2, 1e-1, .5, .1);
                StepResult result = network.step(x, y, 2, 64, 64, numbers);
                assertThat(result.loss()).isCloseTo(losses[i], within(1e-3));
                assertThat(result.gradientNorm()).isCloseTo(norms[i], within(1e-3));
            }
            assertThat(Arrays.copyOf(network.weights().values(), 4))
                    .containsExactly(new float[] {.0616f, .1601f, .3197f, .0084f}, within(1e-3f));
            assertThat(Arrays.copyOf(network.average().values(), 4))
                    .containsExactly(new float[] {.0512f, .1596f, .3134f, -.0251f}, within(1e-3f));
        }
    }

    /**
     * In AdamW's first step m / c1 = g and v / c2 = g^2, so that every weight moves by the rate.
     */
    @Test
    void theFirstStepMovesEveryWeightByTheLearningRate() {
        try (TrainableNetwork network = TrainableNetwork.open(SMALL, START, 1, 1)) {
            step(network, new StepSettings(1, 1e-3, 0, NO_LIMIT, 1));
            float[] weight = network.weights().toState().get("model.2.1.conv.unit0.conv.weight");
            float[] before = START.toState().get("model.2.1.conv.unit0.conv.weight");
            for (int i = 0; i < weight.length; i++) {
                assertThat((double) Math.abs(weight[i] - before[i])).isCloseTo(1e-3, within(1e-6));
            }
        }
    }

    @Test
    void weightDecayShrinksKernelsButNoBiasesAndScales() {
        byte[] none = new byte[labels.length];
        Arrays.fill(none, (byte) -1);
        try (TrainableNetwork network = TrainableNetwork.open(SMALL, START, 1, 1)) {
            StepResult result =
                    network.step(images, none, 2, 16, 16, new StepSettings(1, .1, .5, 1, 1));
            assertThat(result).isEqualTo(new StepResult(0, 0));
            var after = network.weights().toState();
            var before = START.toState();
            for (TensorSpec spec : START.tensors()) {
                if (spec.isParameter()) {
                    float factor = spec.shape().size() > 1 ? .95f : 1;
                    float[] expected = before.get(spec.key()).clone();
                    for (int i = 0; i < expected.length; i++) {
                        expected[i] *= factor;
                    }
                    assertThat(after.get(spec.key())).containsExactly(expected, within(1e-7f));
                }
            }
        }
    }

    @Test
    void clippingShortensTheGradientButReportsItsNorm() {
        try (TrainableNetwork free = TrainableNetwork.open(SMALL, START, 1, 1);
                TrainableNetwork clipped = TrainableNetwork.open(SMALL, START, 1, 1)) {
            double norm = step(free, new StepSettings(1, 1e-3, 0, NO_LIMIT, 1)).gradientNorm();
            // epsilon (1e-8) shows only if the gradient became tiny
            double same = step(clipped, new StepSettings(1, 1e-3, 0, 1e-9, 1)).gradientNorm();
            assertThat(norm).isPositive().isEqualTo(same);
            assertThat(distance(clipped.weights(), START))
                    .isLessThan(0.5 * distance(free.weights(), START));
        }
    }

    private static double distance(Weights a, Weights b) {
        double sum = 0;
        for (TensorSpec spec : a.tensors()) {
            if (spec.isParameter()) {
                float[] p = a.toState().get(spec.key());
                float[] q = b.toState().get(spec.key());
                for (int i = 0; i < p.length; i++) {
                    sum += (p[i] - q[i]) * (p[i] - q[i]);
                }
            }
        }
        return Math.sqrt(sum);
    }

    @Test
    void theAverageFollowsTheWeights() {
        try (TrainableNetwork network = TrainableNetwork.open(SMALL, START, 1, 1)) {
            step(network, new StepSettings(1, 1e-2, 0, 1, .25));
            float[] start = START.values();
            float[] now = network.weights().values();
            float[] average = network.average().values();
            for (int i = 0; i < now.length; i++) {
                assertThat(average[i])
                        .isCloseTo(start[i] + .25f * (now[i] - start[i]), within(1e-6f));
            }
        }
    }

    @Test
    void dropoutIsSeeded() {
        UNetSettings dropping = SMALL.withDropout(.5);
        assertThat(trained(dropping, 3)).isEqualTo(trained(dropping, 3));
        assertThat(trained(dropping, 3)).isNotEqualTo(trained(dropping, 4));
    }

    private Weights trained(UNetSettings settings, long seed) {
        try (TrainableNetwork network = TrainableNetwork.open(settings, START, seed, 1)) {
            for (int i = 1; i < 4; i++) {
                step(network, new StepSettings(i, 1e-2, 0, 1, 1));
            }
            return network.weights();
        }
    }

    private StepResult step(TrainableNetwork network, StepSettings settings) {
        return network.step(images, labels, 2, 16, 16, settings);
    }
}
