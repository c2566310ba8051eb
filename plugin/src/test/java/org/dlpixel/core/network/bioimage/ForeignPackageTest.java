package org.dlpixel.core.network.bioimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dlpixel.core.network.bioimage.ForeignZips.SCRIPTED;
import static org.dlpixel.core.network.bioimage.ForeignZips.TRACED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.PixelClassificationException.EngineFailure;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.ChannelMeaning;
import org.dlpixel.core.network.ForeignMetadata;
import org.dlpixel.core.network.ForeignModel;
import org.dlpixel.core.network.ForeignNetwork;
import org.dlpixel.core.network.InputSize;
import org.dlpixel.core.network.ModelInfo;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.network.process.Clip;
import org.dlpixel.core.network.process.ScaleRange;
import org.dlpixel.core.network.process.Sigmoid;
import org.dlpixel.core.network.process.Softmax;
import org.dlpixel.core.network.process.ZeroMeanUnitVariance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignPackageTest {

    @TempDir private Path folder;

    private ModelInfo changed(String zip, String what, String by) throws IOException {
        return BioimageModel.readInfo(ForeignZips.changed(zip, folder, what, by));
    }

    @Test
    void aDescriptionOf05IsUnderstood() throws IOException {
        assertThat(BioimageModel.readInfo(ForeignZips.copy(SCRIPTED, folder)))
                .isEqualTo(
                        new ForeignMetadata(
                                "Scripted cells",
                                new ClassList(List.of("background", "wall", "nucleus")),
                                2,
                                List.of(new ScaleRange(2, 98, 1e-6, false), new Clip(0, 1)),
                                List.of(new Softmax()),
                                ChannelMeaning.PROBABILITIES,
                                1,
                                new InputSize(16, 8, 4),
                                new InputSize(16, 8, 4)));
    }

    @Test
    void aDescriptionOf04IsUnderstood() throws IOException {
        assertThat(BioimageModel.readInfo(ForeignZips.copy(TRACED, folder)))
                .isEqualTo(
                        new ForeignMetadata(
                                "Traced nuclei",
                                ClassList.numbered(2),
                                1,
                                List.of(new ZeroMeanUnitVariance(1e-6, true)),
                                List.of(new Sigmoid()),
                                ChannelMeaning.INDEPENDENT,
                                0,
                                new InputSize(32, 0, 4),
                                new InputSize(48, 0, 4)));
    }

    /** The test outputs were computed by PyTorch in Python. */
    @Test
    void networksGiveWhatTheyGiveInPython() throws IOException {
        for (String zip : List.of(SCRIPTED, TRACED)) {
            ForeignModel model =
                    (ForeignModel) BioimageModel.readAny(ForeignZips.copy(zip, folder));
            Npy.Array raw = Npy.read(ForeignZips.files(zip).get("in.npy")).orElseThrow();
            Npy.Array expected = Npy.read(ForeignZips.files(zip).get("out.npy")).orElseThrow();
            model.prepare(raw.values(), Optional.empty());
            try (ForeignNetwork network = model.open(1)) {
                float[] output =
                        network.output(raw.values(), 1, raw.shape().get(2), raw.shape().get(3));
                assertThat(output).containsExactly(expected.values(), within(1e-5f));
            }
        }
    }

    @Test
    void scoresProbabilitiesAndClassesAgree() throws IOException {
        for (String zip : List.of(SCRIPTED, TRACED)) {
            ForeignModel model =
                    (ForeignModel) BioimageModel.readAny(ForeignZips.copy(zip, folder));
            Npy.Array raw = Npy.read(ForeignZips.files(zip).get("in.npy")).orElseThrow();
            model.prepare(raw.values(), Optional.empty());
            int height = raw.shape().get(2);
            int width = raw.shape().get(3);
            int plane = height * width;
            try (PixelNetwork network = model.open(1)) {
                float[] p = network.probabilities(raw.values(), 1, height, width);
                float[] scores = network.logits(raw.values(), 1, height, width);
                new Softmax().apply(scores, network.classCount());
                assertThat(scores).containsExactly(p, within(1e-5f));
                byte[] classes = network.classes(raw.values(), 1, height, width);
                assertThat(classes).contains(0, 1);
                for (int i = 0; i < plane; i++) {
                    for (int c = 0; c < network.classCount(); c++) {
                        assertThat(p[c * plane + i]).isLessThanOrEqualTo(p[classes[i] * plane + i]);
                    }
                }
            }
        }
    }

    /** Channel 1 of the package is the background, the first class here. */
    @Test
    void theChannelOfTheBackgroundComesFirst() throws IOException {
        ForeignModel model =
                (ForeignModel) BioimageModel.readAny(ForeignZips.copy(SCRIPTED, folder));
        Npy.Array raw = Npy.read(ForeignZips.files(SCRIPTED).get("in.npy")).orElseThrow();
        float[] out = Npy.read(ForeignZips.files(SCRIPTED).get("out.npy")).orElseThrow().values();
        model.prepare(raw.values(), Optional.empty());
        int plane = out.length / 3;
        try (PixelNetwork network = model.open(1)) {
            float[] p =
                    network.probabilities(raw.values(), 1, raw.shape().get(2), raw.shape().get(3));
            for (int i = 0; i < plane; i++) {
                assertThat(p[i]).isCloseTo(out[plane + i], within(1e-5f));
                assertThat(p[plane + i]).isCloseTo(out[i], within(1e-5f));
                assertThat(p[2 * plane + i]).isCloseTo(out[2 * plane + i], within(1e-5f));
            }
        }
    }

    @Test
    void withoutSoftmaxTheTestOutputTellsWhatChannelsMean() throws IOException {
        String softmax = "{\"id\": \"softmax\", \"kwargs\": {\"axis\": \"channel\"}}";
        String name = "\"background\"";
        Path plain = ForeignZips.changed(SCRIPTED, folder, softmax, "");
        assertThat(meaning(plain)).isEqualTo(ChannelMeaning.PROBABILITIES);
        Map<String, byte[]> files = ForeignZips.files(SCRIPTED);
        String rdf = new String(files.get("rdf.yaml"), StandardCharsets.UTF_8).replace(softmax, "");
        String other = rdf.replace(name, "\"third\"");
        float[] values = new float[3 * 40 * 32];
        assertThat(meaning(files, other, values)).isEqualTo(ChannelMeaning.INDEPENDENT);
        assertThat(meaning(files, rdf, values)).isEqualTo(ChannelMeaning.PROBABILITIES);
        values[7] = -3;
        assertThat(meaning(files, other, values)).isEqualTo(ChannelMeaning.SCORES);
        files.remove("out.npy");
        files.put("rdf.yaml", other.getBytes(StandardCharsets.UTF_8));
        assertThat(meaning(ForeignZips.write(folder.resolve("none.zip"), files)))
                .isEqualTo(ChannelMeaning.SCORES);
    }

    private ChannelMeaning meaning(Map<String, byte[]> files, String rdf, float[] example)
            throws IOException {
        files.put("rdf.yaml", rdf.getBytes(StandardCharsets.UTF_8));
        files.put("out.npy", Npy.write(example, 1, 3, 40, 32));
        return meaning(ForeignZips.write(folder.resolve("example.zip"), files));
    }

    private static ChannelMeaning meaning(Path file) {
        return ((ForeignMetadata) BioimageModel.readInfo(file)).meaning();
    }

    @Test
    void aSingleChannelMustBeAProbability() throws IOException {
        Map<String, byte[]> files = ForeignZips.files(TRACED);
        String rdf =
                new String(files.get("rdf.yaml"), StandardCharsets.UTF_8)
                        .replace("{\"name\": \"sigmoid\"}", "");
        files.put("rdf.yaml", rdf.getBytes(StandardCharsets.UTF_8));
        assertThat(meaning(ForeignZips.write(folder.resolve("inside.zip"), files)))
                .isEqualTo(ChannelMeaning.INDEPENDENT);
        float[] distances = new float[32 * 48];
        distances[0] = 12;
        files.put("out.npy", Npy.write(distances, 1, 1, 32, 48));
        assertUnreadable(ForeignZips.write(folder.resolve("far.zip"), files), "no probability");
    }

    @Test
    void unsupportedPartsAreNamed() throws IOException {
        assertRefused(SCRIPTED, "\"torchscript\"", "\"onnx\"", "its weights are [onnx]");
        assertRefused(SCRIPTED, "\"id\": \"softmax\"", "\"id\": \"magic\"", "known here");
        assertRefused(SCRIPTED, "\"id\": \"y\"", "\"id\": \"z\"", "two-dimensional");
        assertRefused(
                SCRIPTED,
                "{\"type\": \"batch\"}, ",
                "{\"type\": \"batch\"}, {\"type\": \"space\", \"id\": \"z\", \"size\": 8}, ",
                "have the axes [batch, z, channel, y, x], must be two-dimensional");
        assertRefused(SCRIPTED, "\"float32\"", "\"uint8\"", "must be float32");
        assertRefused(SCRIPTED, "\"min_percentile\"", "\"mode\": \"fixed\", \"x\"", "per_sample");
        assertRefused(SCRIPTED, "\"channel\", \"y\", ", "\"channel\", ", "both y and x");
        assertRefused(SCRIPTED, "\"axis_id\": \"x\"", "\"axis_id\": \"y\"", "size of the input");
        assertRefused(SCRIPTED, "\"halo\": 4", "\"halo\": 4, \"scale\": 2.0", "size of the input");
        assertRefused(SCRIPTED, "\"min\": 16", "\"min\": 0", "Illegal size: min 0");
        assertRefused(SCRIPTED, "\"inputs\": [", "\"inputs\": [{},", "tensor in inputs");
        assertRefused(SCRIPTED, "\"outputs\": [", "\"outputs\": [{},", "tensor in outputs");
        assertRefused(SCRIPTED, "\"net.pt\"", "\"https://host/net.pt\"", "file of the package");
        assertRefused(SCRIPTED, "\"net.pt\"", "\"../net.pt\"", "file of the package");
        assertRefused(TRACED, "\"bcyx\"", "\"bczyx\"", "axes bczyx");
        assertRefused(TRACED, "per_sample", "per_dataset", "must be per_sample");
        assertRefused(TRACED, "\"float32\"", "\"uint8\"", "must be float32");
        assertRefused(TRACED, "\"kwargs\": {", "\"kwargs\": {\"std\": 0, \"mean\": 1,", "above 0");
        assertRefused(TRACED, "\"halo\": [", "\"halo\": [0,", "one number per axis");
        assertRefused(
                TRACED, "\"scale\": [", "\"scale\": [1, 1, 2, 2], \"s\": [", "size of the input");
        assertRefused(TRACED, "0.4.10", "0.3.6", "must be 0.4.x or 0.5.x");
    }

    private void assertRefused(String zip, String what, String by, String message)
            throws IOException {
        assertUnreadable(ForeignZips.changed(zip, folder, what, by), message);
    }

    @Test
    void moreWaysToStateTheSameAreUnderstood() throws IOException {
        assertThat(changed(TRACED, "\"mode\": \"per_sample\",", "\"mean\": 10, \"std\": 5,"))
                .extracting(info -> ((ForeignMetadata) info).preprocessing())
                .asString()
                .contains("gain=[0.2], offset=[-2.0]");
        assertThat(changed(SCRIPTED, "\"id\": \"softmax\"", "\"id\": \"sigmoid\""))
                .extracting(info -> ((ForeignMetadata) info).meaning())
                .isEqualTo(ChannelMeaning.PROBABILITIES);
        assertThat(changed(SCRIPTED, "\"wall\"", "\"nucleus\"").classes().names())
                .containsExactly("background", "class 1", "class 2");
    }

    @Test
    void damagedWeightsAreFound() throws IOException {
        Map<String, byte[]> files = ForeignZips.files(SCRIPTED);
        files.get("net.pt")[1000] ^= 1;
        Path file = ForeignZips.write(folder.resolve("damaged.zip"), files);
        assertThat(BioimageModel.readInfo(file).imageChannels()).isEqualTo(2);
        assertUnreadable(file, "net.pt is damaged: its SHA-256");
    }

    @Test
    void weightsThatAreNoTorchScriptAreToldByTheEngine() throws IOException {
        Map<String, byte[]> files = ForeignZips.files(TRACED);
        files.put("net.pt", "no network".getBytes(StandardCharsets.UTF_8));
        Path file = ForeignZips.write(folder.resolve("none.zip"), files);
        assertThatThrownBy(() -> BioimageModel.readAny(file).open(1))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("cannot be loaded");
    }

    @Test
    void anOutputOfAnotherShapeIsTold() throws IOException {
        Path file = ForeignZips.changed(SCRIPTED, folder, "\"wall\",", "");
        try (PixelNetwork network = BioimageModel.readAny(file).open(1)) {
            assertThatThrownBy(() -> network.logits(new float[2 * 16 * 16], 1, 16, 16))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining("[1, 3, 16, 16], must be [1, 2, 16, 16]");
        }
    }

    @Test
    void whatUnpacksToAbsurdSizesIsRefused() throws IOException {
        Map<String, byte[]> files = ForeignZips.files(TRACED);
        files.put("net.pt", new byte[8 << 20]);
        assertUnreadable(
                ForeignZips.write(folder.resolve("bomb.zip"), files), "8388608 bytes packed into");
    }

    @Test
    void aModelThatCannotBeTrainedIsNoUNet() throws IOException {
        Path file = ForeignZips.copy(TRACED, folder);
        assertThatThrownBy(() -> BioimageModel.read(file))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("another program made it");
    }

    private static void assertUnreadable(Path file, String message) {
        assertThatThrownBy(() -> BioimageModel.readAny(file))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(message)
                .hasMessageContaining(file.toString());
    }
}
