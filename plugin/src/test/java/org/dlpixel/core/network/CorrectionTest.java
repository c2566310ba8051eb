package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrectionTest {

    private static final int SIDE = 16;
    private static final int PLANE = SIDE * SIDE;
    private static final UNetSettings SMALL =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4).withClasses(3);
    private static final Weights WEIGHTS = Weights.random(SMALL, 1);
    private static final Correction BOTH = new Correction(2.5, List.of(.5, -.25, 1e-3));

    private final float[] image = NetworkTest.noise(PLANE, 1);

    private static PixelModel model(UNetSettings network, Correction correction) {
        ModelMetadata metadata =
                new ModelMetadata(
                        network,
                        ClassList.numbered(3),
                        Normalization.defaults(),
                        64,
                        1,
                        Map.of(),
                        Map.of());
        return new PixelModel(metadata.withCorrection(correction), Weights.random(network, 1));
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void scoresAreDividedByTheTemperatureAndShifted(Architecture architecture) {
        UNetSettings settings = SMALL.withArchitecture(architecture);
        float[] raw = logits(model(settings, Correction.NONE));
        assertThat(logits(model(settings, BOTH)))
                .containsExactly(expected(raw, BOTH), within(1e-6f));
        Correction cooler = new Correction(.5, List.of());
        assertThat(logits(model(settings, cooler)))
                .containsExactly(expected(raw, cooler), within(1e-6f));
        Correction shift = new Correction(1, List.of(3., 0., -1.));
        assertThat(logits(model(settings, shift)))
                .containsExactly(expected(raw, shift), within(1e-6f));
    }

    private float[] logits(PixelModel model) {
        try (Network network = model.open(1)) {
            return network.logits(image, 1, SIDE, SIDE);
        }
    }

    private static float[] expected(float[] raw, Correction correction) {
        float[] expected = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            double offset = correction.offsets(3).get(i / PLANE);
            expected[i] = (float) (raw[i] / correction.temperature() + offset);
        }
        return expected;
    }

    @Test
    void probabilitiesAndClassesAreCorrectedToo() {
        Correction strong = new Correction(1, List.of(0., 0., 100.));
        try (Network network = model(SMALL, strong).open(1)) {
            assertThat(network.classes(image, 1, SIDE, SIDE)).containsOnly(2);
            float[] p = network.probabilities(image, 1, SIDE, SIDE);
            assertThat(p[2 * PLANE]).isCloseTo(1, Offset.offset(1e-6f));
        }
    }

    @Test
    void noCorrectionAddsNoOperation() {
        byte[] plain = NetworkScript.inference(SMALL).archive(WEIGHTS.values());
        assertThat(WEIGHTS.inferenceArchive(SMALL, ScriptVariant.DEFAULT)).isEqualTo(plain);
        Correction hot = new Correction(2, List.of());
        assertThat(WEIGHTS.inferenceArchive(SMALL, ScriptVariant.DEFAULT.withCorrection(hot)))
                .isNotEqualTo(plain);
    }

    @Test
    void theExportedScriptCorrects() {
        PixelModel model = model(SMALL, BOTH);
        try (TorchModule exported = new TorchModule(model.torchScript(), 1)) {
            float[] scores =
                    exported.infer(
                            "forward",
                            NDArray::toFloatArray,
                            TorchModule.images(image, 1, 1, SIDE, SIDE));
            assertThat(scores).containsExactly(logits(model), Offset.offset(1e-6f));
        }
    }

    @Test
    void asManyOffsetsAsClassesAreNeeded() {
        Correction two = new Correction(1, List.of(1., 2.));
        assertThatThrownBy(() -> Network.open(SMALL, WEIGHTS, two, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Illegal number of offsets: 2, must be that of the classes, 3.");
    }
}
