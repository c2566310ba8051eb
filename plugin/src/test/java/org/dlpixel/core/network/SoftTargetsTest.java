package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.archive.ScriptArchive;
import org.dlpixel.core.network.archive.ScriptMethod;
import org.dlpixel.core.network.archive.ScriptModule;
import org.junit.jupiter.api.Test;

class SoftTargetsTest {

    private static final int CLASSES = 3;
    private static final int SIDE = 16;
    private static final int PLANE = SIDE * SIDE;

    /** Without batch statistics and dropout, so that training computes what prediction does. */
    private static final UNetSettings SMALL =
            UNetSettings.defaults()
                    .withArchitecture(Architecture.U_NET)
                    .withNorm(Norm.GROUP)
                    .withDropout(0)
                    .withDepth(2)
                    .withBaseFeatures(4)
                    .withClasses(CLASSES);

    private static final Weights START = Weights.random(SMALL, 1);

    private final float[] images = NetworkTest.noise(2 * PLANE, 1);
    private final byte[] labels = labels();

    private static byte[] labels() {
        byte[] labels = new byte[2 * PLANE];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i * 31 % 7 < CLASSES ? i * 31 % 7 : -1);
        }
        return labels;
    }

    private static float[] weights() {
        float[] weights = new float[2 * PLANE];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(0, i * 29 % 13 - 4) / 8f;
        }
        return weights;
    }

    private static float[] softmax(float[] scores) {
        float[] p = new float[scores.length];
        for (int i = 0; i < 2 * PLANE; i++) {
            int at = i / PLANE * CLASSES * PLANE + i % PLANE;
            double sum = 0;
            for (int c = 0; c < CLASSES; c++) {
                sum += Math.exp(scores[at + c * PLANE]);
            }
            for (int c = 0; c < CLASSES; c++) {
                p[at + c * PLANE] = (float) (Math.exp(scores[at + c * PLANE]) / sum);
            }
        }
        return p;
    }

    private static float[] scores(int step, int modulus) {
        float[] scores = new float[2 * CLASSES * PLANE];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i * step % modulus / (modulus / 4f) - 2;
        }
        return scores;
    }

    private static SoftTargets targets(double factor) {
        return new SoftTargets(softmax(scores(53, 89)), weights(), factor);
    }

    /**
     * Values of PyTorch 1.13 in double precision for logits (i * 37 mod 101) / 25 - 2, targets
     * softmax((i * 53 mod 89) / 20 - 2) and weights max(0, j * 29 mod 13 - 4) / 8:
     * functional.cross_entropy with probabilities as target and Dice written with softmax; the norm
     * of the gradient by autograd.
     */
    @Test
    void lossAndGradientAreThoseOfPyTorch() throws IOException {
        float[] logits = new float[2 * CLASSES * PLANE];
        float[] teacher = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = i * 37 % 101 / 25f - 2;
            teacher[i] = i * 53 % 89 / 20f - 2;
        }
        float[] result;
        try (TorchModule module = new TorchModule(slope(), 1)) {
            result =
                    module.train(
                            "slope",
                            1,
                            NDArray::toFloatArray,
                            TorchModule.images(logits, 2, CLASSES, SIDE, SIDE),
                            TorchModule.images(softmax(teacher), 2, CLASSES, SIDE, SIDE),
                            TorchModule.images(weights(), 2, 1, SIDE, SIDE));
        }
        assertThat((double) result[0]).isCloseTo(2.202118943, within(2e-6));
        assertThat((double) result[1]).isCloseTo(0.051233897, within(2e-6));
    }

    private static byte[] slope() throws IOException {
        ScriptModule root = ScriptModule.root();
        root.method(SoftLossScript.method());
        ScriptMethod method = new ScriptMethod("slope", "x", "q", "u");
        String z = method.let("(torch.detach(x)).requires_grad_(True)");
        String loss = method.let(ScriptMethod.self(SoftLossScript.NAME, z, "q", "u"));
        String found =
                method.torch("grad", "[" + loss + "]", "[" + z + "]", "None", "None", false, false);
        String gradient = method.let("unchecked_cast(Tensor, " + found + "[0])");
        String norm = method.torch("norm", gradient);
        method.returns(
                method.torch("stack", "[" + method.torch("detach", loss) + ", " + norm + "]"));
        root.method(method);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ScriptArchive.write(root, new float[0], out);
        return out.toByteArray();
    }

    @Test
    void theLossOfAStepIsTheLabelsPlusFactorTimesTheTargets() {
        double labelled;
        double soft;
        try (Network network = Network.open(SMALL, START, 1)) {
            labelled = network.loss(images, labels, 2, SIDE, SIDE);
            float[] p = network.probabilities(images, 2, SIDE, SIDE);
            soft = reference(p, targets(1));
        }
        try (TrainableNetwork network = TrainableNetwork.open(SMALL, START, 1, 1)) {
            assertThat(step(network, targets(.7), 1).loss())
                    .isCloseTo(labelled + .7 * soft, within(1e-5));
        }
    }

    private static double reference(float[] p, SoftTargets targets) {
        float[] q = targets.probabilities();
        double entropy = 0;
        double total = 0;
        double[] both = new double[CLASSES];
        double[] either = new double[CLASSES];
        for (int i = 0; i < 2 * PLANE; i++) {
            double u = targets.weights()[i];
            total += u;
            for (int c = 0; c < CLASSES; c++) {
                int at = (i / PLANE * CLASSES + c) * PLANE + i % PLANE;
                entropy -= u * q[at] * Math.log(p[at]);
                both[c] += u * p[at] * q[at];
                either[c] += u * (p[at] + q[at]);
            }
        }
        double dice = 0;
        for (int c = 0; c < CLASSES; c++) {
            dice += (2 * both[c] + 1e-5) / (either[c] + 1e-5) / CLASSES;
        }
        return entropy / total + 1 - dice;
    }

    @Test
    void targetsThatDoNotCountChangeNothing() {
        SoftTargets unweighted = new SoftTargets(softmax(scores(53, 89)), new float[2 * PLANE], 1);
        Weights plain;
        try (TrainableNetwork network = TrainableNetwork.open(SMALL, START, 1, 1)) {
            for (int i = 1; i < 4; i++) {
                network.step(images, labels, 2, SIDE, SIDE, numbers(i));
            }
            plain = network.weights();
        }
        assertThat(trained(targets(0))).isEqualTo(plain);
        assertThat(trained(unweighted)).isEqualTo(plain);
        assertThat(trained(targets(1))).isNotEqualTo(plain);
    }

    private Weights trained(SoftTargets targets) {
        try (TrainableNetwork network = TrainableNetwork.open(SMALL, START, 1, 1)) {
            for (int i = 1; i < 4; i++) {
                step(network, targets, i);
            }
            return network.weights();
        }
    }

    @Test
    void aNetworkLearnsFromTargetsAlone() {
        Arrays.fill(labels, (byte) -1);
        float[] q = new float[2 * CLASSES * PLANE];
        for (int i = 0; i < 2 * PLANE; i++) {
            int c = images[i] > .6f ? 1 : 0;
            q[(i / PLANE * CLASSES + c) * PLANE + i % PLANE] = 1;
        }
        SoftTargets targets = new SoftTargets(q, weights(), 1);
        try (TrainableNetwork network = TrainableNetwork.open(SMALL, START, 1, 1)) {
            double first = step(network, targets, 1).loss();
            double last = 0;
            for (int i = 2; i < 40; i++) {
                last = step(network, targets, i).loss();
            }
            assertThat(last).isLessThan(.7 * first);
        }
    }

    @Test
    void targetsOfAnotherSizeAreRefused() {
        SoftTargets few = new SoftTargets(new float[5], weights(), 1);
        try (TrainableNetwork network = TrainableNetwork.open(SMALL, START, 1, 1)) {
            assertThatThrownBy(() -> step(network, few, 1))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage(
                            "Illegal number of target probabilities: 5,"
                                    + " must be that of the batch, 1536.");
        }
        assertThatThrownBy(() -> new SoftTargets(new float[0], new float[0], -1))
                .hasMessageContaining("factor of soft targets");
    }

    private StepResult step(TrainableNetwork network, SoftTargets targets, int number) {
        return network.step(images, labels, targets, 2, SIDE, SIDE, numbers(number));
    }

    private static StepSettings numbers(int step) {
        return new StepSettings(step, 1e-2, 0, 1, 1);
    }
}
