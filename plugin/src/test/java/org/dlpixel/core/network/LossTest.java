package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.archive.ScriptArchive;
import org.dlpixel.core.network.archive.ScriptMethod;
import org.dlpixel.core.network.archive.ScriptModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Losses of given logits: the network passes its input on. */
class LossTest {

    private static final int CLASSES = 3;
    private static final int SIDE = 16;
    private static final List<Double> WEIGHTS = List.of(.5, 1., 2.5);

    /**
     * Values of PyTorch 1.13 in double precision for logits (i * 37 mod 101) / 25 - 2 and labels j
     * * 31 mod 7, -1 if above 2: functional.cross_entropy with weight and ignore_index; Dice and
     * focal loss written with softmax, one_hot and gather; the norm of the gradient by backward().
     */
    @ParameterizedTest
    @CsvSource({
        "CROSS_ENTROPY, 2, false, 1.567320525, 0.063847739",
        "CROSS_ENTROPY, 2, true, 1.554025403, 0.076983161",
        "DICE, 2, false, 0.670041793, 0.014429837",
        "DICE, 2, true, 0.674572200, 0.014517463",
        "CROSS_ENTROPY_AND_DICE, 2, false, 2.237362318, 0.075119289",
        "CROSS_ENTROPY_AND_DICE, 2, true, 2.228597603, 0.089019530",
        "FOCAL, 2, false, 1.150456381, 0.071541730",
        "FOCAL, 2, true, 1.127732100, 0.089296675",
        "FOCAL, 0.5, false, 1.425942827, 0.066822555",
        "FOCAL, 0.5, true, 1.415445134, 0.081748968",
        "FOCAL, 0, false, 1.567320525, 0.063847739",
        "FOCAL, 0, true, 1.554025403, 0.076983161"
    })
    void lossAndGradientAreThoseOfPyTorch(
            Loss loss, double gamma, boolean weighted, double value, double slope) {
        LossSettings settings = new LossSettings(loss, weighted ? WEIGHTS : List.of(), gamma);
        float[] result = run(settings, logits(), labels());
        assertThat((double) result[0]).isCloseTo(value, within(2e-6));
        assertThat((double) result[1]).isCloseTo(slope, within(2e-6));
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void withoutLabelledPixelsLossAndGradientAreZero(Loss loss) {
        byte[] none = new byte[2 * SIDE * SIDE];
        Arrays.fill(none, (byte) -1);
        for (List<Double> weights : List.of(List.<Double>of(), WEIGHTS)) {
            LossSettings settings = LossSettings.defaults().withLoss(loss);
            float[] result = run(settings.withClassWeights(weights), logits(), none);
            assertThat(result).containsExactly(0, 0);
        }
    }

    /** Rounding may make the probability of a class exactly 1. */
    @ParameterizedTest
    @CsvSource({"2", "0.5", "0"})
    void focalLossOfCertainPixelsHasAFiniteGradient(double gamma) {
        float[] logits = logits();
        for (int i = 0; i < logits.length; i++) {
            logits[i] *= 100;
        }
        LossSettings settings = LossSettings.defaults().withLoss(Loss.FOCAL).withGamma(gamma);
        float[] result = run(settings, logits, labels());
        assertThat(result[0]).isFinite();
        assertThat(result[1]).isFinite().isPositive();
    }

    @Test
    void equalWeightsAreNoWeights() {
        LossSettings settings = LossSettings.defaults();
        float[] off = run(settings, logits(), labels());
        float[] on = run(settings.withClassWeights(List.of(3., 3., 3.)), logits(), labels());
        assertThat(on).containsExactly(off, within(1e-5f));
    }

    @Test
    void wrongNumbersAreNamed() {
        LossSettings settings = LossSettings.defaults();
        assertThatThrownBy(() -> settings.withGamma(-1))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Illegal gamma of the focal loss: -1.0, must be between 0 and 10.");
        assertThatThrownBy(() -> settings.withClassWeights(List.of(1., 0.)))
                .hasMessage("Illegal class weight: 0.0, must be above 0 and finite.");
        LossSettings two = settings.withClassWeights(List.of(1., 2.));
        assertThatThrownBy(() -> LossScript.addTo(ScriptModule.root(), 3, two))
                .hasMessage("Illegal number of class weights: 2, must be that of classes, 3.");
    }

    private static float[] logits() {
        float[] logits = new float[2 * CLASSES * SIDE * SIDE];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = i * 37 % 101 / 25f - 2;
        }
        return logits;
    }

    private static byte[] labels() {
        byte[] labels = new byte[2 * SIDE * SIDE];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i * 31 % 7 < 3 ? i * 31 % 7 : -1);
        }
        return labels;
    }

    /** Loss and norm of its gradient with respect to the logits. */
    private static float[] run(LossSettings settings, float[] logits, byte[] labels) {
        try (TorchModule module = new TorchModule(archive(settings), 1)) {
            return module.train(
                    "slope",
                    1,
                    NDArray::toFloatArray,
                    TorchModule.images(logits, 2, CLASSES, SIDE, SIDE),
                    TorchModule.labels(labels, 2, SIDE, SIDE));
        }
    }

    private static byte[] archive(LossSettings settings) {
        ScriptModule root = ScriptModule.root();
        ScriptMethod forward = new ScriptMethod("forward", "x");
        forward.returns("x");
        root.method(forward);
        LossScript.addTo(root, CLASSES, settings);
        root.method(slope());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ScriptArchive.write(root, new float[0], out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ScriptMethod slope() {
        ScriptMethod method = new ScriptMethod("slope", "x", "y");
        String z = method.let("(torch.detach(x)).requires_grad_(True)");
        String loss = method.let(ScriptMethod.self("loss", z, "y"));
        String found =
                method.torch("grad", "[" + loss + "]", "[" + z + "]", "None", "None", false, false);
        String gradient = method.let("unchecked_cast(Tensor, " + found + "[0])");
        String norm = method.torch("norm", gradient);
        method.returns(
                method.torch("stack", "[" + method.torch("detach", loss) + ", " + norm + "]"));
        return method;
    }
}
