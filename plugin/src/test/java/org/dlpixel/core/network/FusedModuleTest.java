package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of a network for prediction computes what the network is defined to compute. */
class FusedModuleTest {

    private static final Execution CPU = Execution.onCpu(1);
    private static final UNetSettings SMALL = UNetSettings.defaults().withDepth(2);

    @ParameterizedTest
    @CsvSource({
        "2, 4, 1, 3, 2, 4, 4",
        "2, 4, 3, 2, 1, 28, 12",
        "3, 16, 1, 2, 2, 16, 40",
        "3, 3, 2, 5, 3, 8, 24",
        "5, 32, 1, 4, 2, 64, 96"
    })
    void scoresAreThoseOfTheDefinition(
            int depth, int features, int channels, int classes, int units, int height, int width) {
        UNetSettings settings =
                UNetSettings.defaults()
                        .withDepth(depth)
                        .withBaseFeatures(features)
                        .withInputChannels(channels)
                        .withClasses(classes)
                        .withResidualUnits(units);
        Weights weights = trained(settings);
        Correction correction = new Correction(1.5, List.copyOf(offsets(classes)));
        ScriptVariant variant = ScriptVariant.DEFAULT.withCorrection(correction);
        TorchModule.Argument images =
                TorchModule.images(
                        NetworkTest.noise(2 * channels * height * width, 1),
                        2,
                        channels,
                        height,
                        width);
        try (TorchModule plain = new TorchModule(weights.inferenceStream(settings, variant), CPU);
                TorchModule fused = fused(settings, weights, variant)) {
            float[] expected = plain.infer("forward", NDArray::toFloatArray, images);
            assertThat(fused.<float[]>infer("forward", NDArray::toFloatArray, images))
                    .containsExactly(expected, within(1e-5f));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 2", "2, 2, 4", "3, 2, 2", "3, 3, 6", "3, 4, 10", "4, 2, 20"})
    void stripsOfAnyHeightGiveTheSameScores(int depth, int units, int rows) {
        UNetSettings settings = SMALL.withDepth(depth).withResidualUnits(units);
        Weights weights = trained(settings);
        TorchModule.Argument image =
                TorchModule.images(NetworkTest.noise(80 * 48, 1), 1, 1, 80, 48);
        try (TorchModule whole = strips(settings, weights, 1 << 30);
                TorchModule low = strips(settings, weights, rows)) {
            float[] expected = whole.infer("forward", NDArray::toFloatArray, image);
            assertThat(low.<float[]>infer("forward", NDArray::toFloatArray, image))
                    .isEqualTo(expected);
            byte[] classes = whole.infer("classes", NDArray::toByteArray, image);
            assertThat(low.<byte[]>infer("classes", NDArray::toByteArray, image))
                    .isEqualTo(classes);
        }
    }

    private static TorchModule strips(UNetSettings settings, Weights weights, int rows) {
        assumeTrue(System.getProperty("os.arch").matches("amd64|x86_64"));
        Strips.Height height = new Strips.Height(1, rows);
        return FusedModule.open(settings, weights, ScriptVariant.DEFAULT, CPU, height)
                .orElseThrow();
    }

    @Test
    void oneImageGivesTheSameBitsEveryTime() {
        Weights weights = trained(SMALL);
        float[] x = NetworkTest.noise(64 * 64, 1);
        try (Network one = Network.open(SMALL, weights, 1);
                Network other = Network.open(SMALL, weights, 1)) {
            float[] first = one.logits(x, 1, 64, 64);
            assertThat(one.logits(x, 1, 64, 64)).isEqualTo(first);
            assertThat(other.logits(x, 1, 64, 64)).isEqualTo(first);
        }
    }

    @Test
    void otherNetworksAndDevicesKeepTheUsualForm() {
        Weights full = Weights.random(SMALL.withArchitecture(Architecture.U_NET), 1);
        assertThat(open(SMALL.withArchitecture(Architecture.U_NET), full)).isEmpty();
        Weights group = Weights.random(SMALL.withNorm(Norm.GROUP), 1);
        assertThat(open(SMALL.withNorm(Norm.GROUP), group)).isEmpty();
    }

    private static Optional<TorchModule> open(UNetSettings settings, Weights weights) {
        return FusedModule.open(settings, weights, ScriptVariant.DEFAULT, CPU);
    }

    private static TorchModule fused(
            UNetSettings settings, Weights weights, ScriptVariant variant) {
        assumeTrue(System.getProperty("os.arch").matches("amd64|x86_64"));
        return FusedModule.open(settings, weights, variant, CPU).orElseThrow();
    }

    private static List<Double> offsets(int classes) {
        return new SplittableRandom(classes).doubles(classes).boxed().toList();
    }

    /** Weights whose norms do something. */
    private static Weights trained(UNetSettings settings) {
        Map<String, float[]> state = Weights.random(settings, 3).toState();
        SplittableRandom random = new SplittableRandom(4);
        state.forEach(
                (key, values) -> {
                    boolean positive = key.endsWith("running_var") || key.endsWith("N.weight");
                    for (int i = 0; key.contains(".N.") && i < values.length; i++) {
                        values[i] = (float) (random.nextDouble() + (positive ? .5 : -.5));
                    }
                });
        return Weights.fromState(settings, state);
    }
}
