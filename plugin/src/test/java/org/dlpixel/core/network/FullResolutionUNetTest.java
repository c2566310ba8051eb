package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.dlpixel.core.golden.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The golden files hold weights, input and logits of a PyTorch 1.13 network of torch.nn layers with
 * the structure and names of MONAI's BasicUNet at depth 2, two channels, three classes; features 4
 * with batch norm (random running statistics) and 6 with group norm.
 */
class FullResolutionUNetTest {

    private static final UNetSettings SMALL =
            UNetSettings.defaults()
                    .withArchitecture(Architecture.U_NET)
                    .withDepth(2)
                    .withBaseFeatures(4);

    @ParameterizedTest
    @CsvSource({"BATCH, 4, batch", "GROUP, 6, group"})
    void importedWeightsGiveTheLogitsOfPyTorch(Norm norm, int features, String name) {
        Npz golden = Npz.load("/golden/unet_" + name + ".npz");
        Map<String, float[]> state = new HashMap<>();
        golden.all().forEach((key, value) -> state.put(key.replace('/', '.'), value));
        UNetSettings settings =
                SMALL.withNorm(norm).withBaseFeatures(features).withInputChannels(2).withClasses(3);
        Weights weights = Weights.fromState(settings, state);
        try (Network network = Network.open(settings, weights, 1)) {
            assertThat(network.logits(golden.get("x"), 1, 16, 24))
                    .containsExactly(golden.get("logits"), Offset.offset(1e-5f));
        }
        Map<String, float[]> exported = weights.toState();
        exported.forEach((k, v) -> assertThat(v).as(k).isEqualTo(state.get(k)));
        assertThat(exported).hasSize(state.size() - 2);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 3, 16, BATCH, 487538",
        "1, 4, 4, 32, BATCH, 7782948",
        "1, 4, 5, 32, BATCH, 18930468",
        "1, 2, 6, 32, BATCH, 30077922",
        "1, 2, 2, 8, GROUP, 30746"
    })
    void parameterCountsAreThoseOfPyTorch(
            int channels, int classes, int depth, int features, Norm norm, long count) {
        UNetSettings settings =
                SMALL.withInputChannels(channels)
                        .withClasses(classes)
                        .withDepth(depth)
                        .withBaseFeatures(features)
                        .withNorm(norm);
        assertThat(settings.parameterCount()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 24, 24, 23",
        "3, 48, 48, 51",
        "4, 96, 96, 107",
        "5, 192, 192, 219",
        "6, 384, 384, 443"
    })
    void contextFollowsFromTheDepth(int depth, int before, int after, int radius) {
        assertThat(ReceptiveField.of(SMALL.withDepth(depth)))
                .isEqualTo(new ReceptiveField(1 << depth, before, after, radius));
    }

    /** The computed context is exact: a column matters just for the outputs that need it. */
    @ParameterizedTest
    @CsvSource({"2, 96", "3, 160"})
    void inputBeyondTheReceptiveFieldHasNoInfluence(int depth, int size) {
        UNetSettings settings = SMALL.withDepth(depth);
        float[] x = NetworkTest.noise(size * size, 2);
        try (Network network = Network.open(settings, Weights.random(settings, 5), 1)) {
            float[] before = network.logits(x, 1, size, size);
            for (int column = size / 2; column < size / 2 + (1 << depth); column++) {
                float[] changed = x.clone();
                for (int y = 0; y < size; y++) {
                    // of either sign, so that max pooling lets some of it through
                    changed[y * size + column] += 1000 * (x[y] - .5f);
                }
                float[] after = network.logits(changed, 1, size, size);
                for (int out = 0; out < size; out++) {
                    Span needed = settings.architecture().inputFor(settings, new Span(out, out));
                    boolean reached = needed.first() <= column && column <= needed.last();
                    assertThat(NetworkTest.differs(before, after, out, size))
                            .as("output column %d, input column %d", out, column)
                            .isEqualTo(reached);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4"})
    void aTileWithItsHaloGivesThePixelsOfTheWhole(int depth) {
        UNetSettings settings = SMALL.withDepth(depth);
        ReceptiveField field = ReceptiveField.of(settings);
        int start = field.before() + field.multiple();
        int core = 2 * field.multiple();
        int size = start + core + field.after() + field.multiple();
        int tile = field.before() + core + field.after();
        float[] x = NetworkTest.noise(size * size, 4);
        float[] part = cut(x, size, start - field.before(), tile);
        try (Network network = Network.open(settings, Weights.random(settings, 5), 1)) {
            float[] whole = network.logits(x, 1, size, size);
            float[] tiled = network.logits(part, 1, tile, tile);
            assertThat(cut(tiled, tile, field.before(), core))
                    .containsExactly(cut(whole, size, start, core), Offset.offset(1e-5f));
        }
    }

    /** A square whose first row and column are equal, of the first channel. */
    private static float[] cut(float[] image, int width, int start, int size) {
        float[] part = new float[size * size];
        for (int y = 0; y < size; y++) {
            System.arraycopy(image, (start + y) * width + start, part, y * size, size);
        }
        return part;
    }

    @ParameterizedTest
    @EnumSource(Norm.class)
    void stepsLowerTheLossAndOneSeedGivesOneResult(Norm norm) {
        UNetSettings settings = SMALL.withNorm(norm).withDropout(.3);
        double[] losses = new double[30];
        Weights first = trained(settings, 3, losses);
        assertThat(losses[29]).isLessThan(.8 * losses[0]);
        assertThat(trained(settings, 3, losses)).isEqualTo(first);
        assertThat(trained(settings, 4, losses)).isNotEqualTo(first);
    }

    private static Weights trained(UNetSettings settings, long seed, double[] losses) {
        Weights start = Weights.random(settings, 1);
        float[] x = NetworkTest.noise(2 * 256, 1);
        byte[] y = new byte[2 * 256];
        for (int i = 0; i < y.length; i++) {
            y[i] = (byte) (i % 5 == 0 ? -1 : x[i] > .5 ? 1 : 0);
        }
        try (TrainableNetwork network = TrainableNetwork.open(settings, start, seed, 1)) {
            for (int i = 0; i < losses.length; i++) {
                StepSettings step = new StepSettings(i + 1, 1e-2, 0, 1, 1);
                losses[i] = network.step(x, y, 2, 16, 16, step).loss();
            }
            return network.weights();
        }
    }

    @Test
    void featuresDoubleUpToALimit() {
        UNetSettings settings = SMALL.withDepth(6).withBaseFeatures(64);
        assertThat(settings.features(0)).isEqualTo(64);
        assertThat(settings.features(3)).isEqualTo(512);
        assertThat(settings.features(6)).isEqualTo(512);
    }
}
