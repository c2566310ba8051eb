package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixedPrecisionTest {

    private static final int SIDE = 32;
    private static final UNetSettings SMALL =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(8).withDropout(.2);
    private static final Execution MIXED = Execution.onCpu(1).withPrecision(Precision.BFLOAT16);

    private final float[] image = NetworkTest.noise(2 * SIDE * SIDE, 1);

    private static PixelModel model(UNetSettings network, Correction correction) {
        ModelMetadata metadata =
                new ModelMetadata(
                        network,
                        ClassList.numbered(2),
                        Normalization.defaults(),
                        64,
                        1,
                        Map.of(),
                        Map.of());
        return new PixelModel(metadata.withCorrection(correction), Weights.random(network, 1));
    }

    /** Eight bits of mantissa: relative steps of 2^-8 per operation. */
    @ParameterizedTest
    @CsvSource({"RESIDUAL_UNET, BATCH", "RESIDUAL_UNET, GROUP", "U_NET, BATCH", "U_NET, GROUP"})
    void scoresAreNearlyThoseOfFloat32(Architecture architecture, Norm norm) {
        UNetSettings settings = SMALL.withArchitecture(architecture).withNorm(norm);
        PixelModel model = model(settings, new Correction(2, List.of(.5, 0.)));
        try (Network full = model.open(1);
                Network mixed = model.open(MIXED)) {
            float[] expected = full.logits(image, 2, SIDE, SIDE);
            float[] logits = mixed.logits(image, 2, SIDE, SIDE);
            assertThat(logits).containsExactly(expected, within(.05f)).isNotEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"RESIDUAL_UNET", "U_NET"})
    void trainingLearnsAndOneSeedGivesOneResult(Architecture architecture) {
        UNetSettings settings = SMALL.withArchitecture(architecture);
        double[] losses = new double[40];
        TrainingState first = trained(settings, losses);
        assertThat(losses[39]).isLessThan(.7 * losses[0]);
        assertThat(trained(settings, losses)).isEqualTo(first);
    }

    private TrainingState trained(UNetSettings settings, double[] losses) {
        byte[] labels = new byte[2 * SIDE * SIDE];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 5 == 0 ? -1 : image[i] > .5 ? 1 : 0);
        }
        TrainingState start = TrainingState.start(Weights.random(settings, 1));
        LossSettings loss = LossSettings.defaults();
        try (TrainableNetwork network = TrainableNetwork.open(settings, start, loss, 3, MIXED)) {
            for (int i = 0; i < losses.length; i++) {
                StepSettings step = new StepSettings(i + 1, 1e-2, 0, 1, 1);
                losses[i] = network.step(image, labels, 2, SIDE, SIDE, step).loss();
            }
            return network.state();
        }
    }

    @Test
    void theWeightsStayFloat32() {
        TrainingState state = trained(SMALL, new double[3]);
        int coarse = 0;
        for (float weight : state.weights().values()) {
            coarse += (Float.floatToRawIntBits(weight) & 0xFFFF) == 0 ? 1 : 0;
        }
        assertThat(coarse).isLessThan(state.weights().size() / 10);
    }

    @Test
    void theCheckGivesTheShareOfPixelsThatChangeTheirClass() {
        FloatImage odd = new FloatImage(40, 31, 1, NetworkTest.noise(40 * 31, 2));
        double share =
                MixedPrecision.disagreement(
                        model(SMALL, Correction.NONE), List.of(odd, odd), Execution.onCpu(1));
        assertThat(share).isBetween(0., .1);
        Correction certain = new Correction(1, List.of(100., 0.));
        assertThat(
                        MixedPrecision.disagreement(
                                model(SMALL, certain), List.of(odd), Execution.onCpu(1)))
                .isZero();
        assertThatThrownBy(
                        () ->
                                MixedPrecision.disagreement(
                                        model(SMALL, certain), List.of(), Execution.onCpu(1)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void processorsAreKnownByTheirInstructions() {
        assertThat(MixedPrecision.hasInstructions("flags\t\t: fpu avx512f avx512_bf16 vme\n"))
                .isTrue();
        assertThat(MixedPrecision.hasInstructions("x: y\nFeatures\t: fp asimd bf16\n")).isTrue();
        assertThat(MixedPrecision.hasInstructions("flags : fpu avx512f\nbugs : bf16\n")).isFalse();
        assertThat(MixedPrecision.hasInstructions("")).isFalse();
    }
}
