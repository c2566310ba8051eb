package org.dlpixel.core.network.bioimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.network.Architecture;
import org.dlpixel.core.network.Correction;
import org.dlpixel.core.network.ForeignModel;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.network.SliceModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BioimageModelTest {

    private static final UNetSettings SMALL =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(2).withClasses(3);
    private static final String RDF = "rdf.yaml";
    private static final String STATE = "state_dict.safetensors";

    @TempDir private Path folder;

    private static PixelModel model(UNetSettings network, Normalization normalization) {
        ModelMetadata metadata =
                new ModelMetadata(
                        network,
                        new ClassList(List.of("background", "class", "cell wall: \"ä\"")),
                        normalization,
                        64,
                        Long.MAX_VALUE,
                        Map.of("epochs", "3", "loss", "0.1"),
                        Map.of("engine", "yes\nno # {"));
        return new PixelModel(metadata, Weights.random(network, 1));
    }

    /** With neighbouring slices, and scores that are corrected. */
    private static PixelModel seeingNeighbours() {
        UNetSettings network = SMALL.withInputChannels(6);
        ModelMetadata plain = model(network, Normalization.defaults()).metadata();
        ModelMetadata metadata =
                new ModelMetadata(
                        network,
                        plain.classes(),
                        plain.normalization(),
                        new SliceContext(1),
                        new Correction(1.7, List.of(1.0 / 3, -1e-20, 0.)),
                        plain.patchSize(),
                        plain.seed(),
                        plain.history(),
                        plain.provenance());
        return new PixelModel(metadata, Weights.random(network, 1));
    }

    private static PixelModel model() {
        return model(SMALL, Normalization.defaults());
    }

    private static PackageDescription description(Optional<Instant> time) {
        return new PackageDescription(
                "Vessels (test)",
                "Vessels: light sheet",
                Author.parse("Jane Doe (Institute of Tests); John Roe"),
                Optional.of("CC-BY-4.0"),
                time);
    }

    private Path written(PixelModel model) {
        Path file = folder.resolve("model.zip");
        BioimageModel.write(model, description(Optional.empty()), file);
        return file;
    }

    @Test
    void aModelIsReadAsItWasWritten() {
        assertThat(BioimageModel.read(written(model()))).isEqualTo(model());
        assertThat(BioimageModel.readInfo(folder.resolve("model.zip")))
                .isEqualTo(model().metadata());
        PixelModel other =
                model(SMALL.withArchitecture(Architecture.U_NET), Normalization.defaults());
        assertThat(BioimageModel.read(written(other))).isEqualTo(other);
        for (Normalization normalization :
                List.of(
                        Normalization.perSlice(),
                        Normalization.fixed(IntensityRange.UNIT),
                        Normalization.fixed(new IntensityRange(1.0 / 3, 1e20)))) {
            PixelModel model = model(SMALL.withInputChannels(2), normalization);
            assertThat(BioimageModel.read(written(model))).isEqualTo(model);
        }
        assertThat(BioimageModel.read(written(seeingNeighbours()))).isEqualTo(seeingNeighbours());
        assertThat(folder.toFile().list()).containsExactly("model.zip");
    }

    @Test
    void neighbouringSlicesAreNamedChannels() throws IOException {
        String rdf = rdf(written(seeingNeighbours()));
        assertThat(rdf)
                .containsSubsequence(
                        "- intensity_0_z_minus_1",
                        "- intensity_1_z_minus_1",
                        "- intensity_0",
                        "- intensity_1",
                        "- intensity_0_z_plus_1",
                        "- intensity_1_z_plus_1");
    }

    @Test
    void aModelThatNobodyDescribedIsAPackageToo() throws IOException {
        Path file = folder.resolve("undescribed.zip");
        BioimageModel.write(seeingNeighbours(), PackageDescription.undescribed(), file);
        assertThat(BioimageModel.read(file)).isEqualTo(seeingNeighbours());
        assertThat(JsonSchema.load("bioimageio_model_schema.json").problems(json(rdf(file))))
                .isEmpty();
        assertThat(rdf(file)).doesNotContain("license", "timestamp");
    }

    @Test
    void equalModelsGiveEqualBytes() throws IOException {
        byte[] first = Files.readAllBytes(written(model()));
        assertThat(Files.readAllBytes(written(model()))).isEqualTo(first);
    }

    @Test
    void theDescriptionFollowsThePublicSchema() throws IOException {
        JsonSchema schema = JsonSchema.load("bioimageio_model_schema.json");
        for (Normalization normalization :
                List.of(
                        Normalization.defaults(),
                        Normalization.fixed(new IntensityRange(10, 20.5)))) {
            Path file = folder.resolve("schema.zip");
            Instant time = Instant.parse("2026-01-02T03:04:05.678Z");
            PixelModel model = model(SMALL, normalization);
            BioimageModel.write(model, description(Optional.of(time)), file);
            assertThat(schema.problems(json(rdf(file)))).isEmpty();
            assertThat(rdf(file)).contains("2026-01-02T03:04:05Z");
        }
    }

    @Test
    void theSchemaTestSeesWhatIsWrong() throws IOException {
        JsonSchema schema = JsonSchema.load("bioimageio_model_schema.json");
        String rdf = rdf(written(model()));
        for (String[] change :
                new String[][] {
                    {"type: space", "type: place"},
                    {"min_percentile: 1.0", "min_percentile: -1.0"},
                    {"license: CC-BY-4.0", "license: mine"},
                    {"halo:", "halos:"},
                    {"name: Vessels (test)", "name: V"},
                    {"pytorch_version", "version"}
                }) {
            assertThat(rdf).contains(change[0]);
            assertThat(schema.problems(json(rdf.replace(change[0], change[1]))))
                    .as(change[1])
                    .isNotEmpty();
        }
    }

    @Test
    void sizesHaloAndHashesAreThoseOfTheModel() throws IOException {
        Map<String, byte[]> files = files(written(model()));
        String rdf = new String(files.get(RDF), StandardCharsets.UTF_8);
        int halo = model().metadata().receptiveField().before();
        assertThat(rdf).contains("halo: " + halo, "step: 4", "min: " + (2 * halo + 4));
        for (String name : List.of("weights.pt", STATE, "test_input.npy", "test_output.npy")) {
            assertThat(rdf).contains("source: " + name, "sha256: " + Sha256.of(files.get(name)));
        }
        assertThat(rdf).contains("- background", "- _class", "- cell_wall___ä_");
    }

    @Test
    void theTestOutputIsWhatTheModelMakesOfTheTestInput() throws IOException {
        PixelModel plain = model(SMALL, Normalization.fixed(new IntensityRange(50, 800)));
        Correction correction = new Correction(2, List.of(0.5, 0., -0.5));
        PixelModel model =
                new PixelModel(plain.metadata().withCorrection(correction), plain.weights());
        Map<String, byte[]> files = files(written(model));
        int side = Tensors.minimum(model.metadata());
        float[] input = npy(files.get("test_input.npy"), "(1, 1, " + side + ", " + side);
        float[] output = npy(files.get("test_output.npy"), "(1, 3, " + side + ", " + side);
        for (int i = 0; i < input.length; i++) {
            input[i] = Math.min(1, Math.max(0, (input[i] - 50) / 750));
        }
        try (Network network = model.open(1)) {
            float[] expected = network.probabilities(input, 1, side, side);
            assertThat(output).hasSize(expected.length).containsExactly(expected, within(1e-4f));
        }
        try (Network network = plain.open(1)) {
            float[] uncorrected = network.probabilities(input, 1, side, side);
            assertThat(Math.abs(uncorrected[0] - output[0])).isGreaterThan(1e-2f);
        }
        assertThat(output[0] + output[side * side] + output[2 * side * side])
                .isCloseTo(1f, within(1e-5f));
    }

    /** Other programs know nothing of our part of the description. */
    @Test
    void aForeignReaderPredictsTheSameFromTheDescriptionAndTheTorchScript() throws IOException {
        for (PixelModel own :
                List.of(
                        seeingNeighbours(),
                        model(SMALL, Normalization.fixed(new IntensityRange(50, 800))))) {
            Path file = written(own);
            Path anonymous = changed(file, RDF, rdf(file).replace("dlpixel:", "other:"));
            SliceModel foreign = BioimageModel.readAny(anonymous);
            assertThat(foreign).isInstanceOf(ForeignModel.class);
            assertThat(foreign.metadata().imageChannels())
                    .isEqualTo(own.metadata().network().inputChannels());
            assertThat(foreign.metadata().classes().size()).isEqualTo(3);
            TestTensors test = TestTensors.of(own, Tensors.minimum(own.metadata()));
            float[] image = test.input().clone();
            foreign.prepare(image, Optional.empty());
            try (PixelNetwork network = foreign.open(1)) {
                assertThat(network.probabilities(image, 1, test.size(), test.size()))
                        .containsExactly(test.output(), within(1e-5f));
            }
        }
    }

    @Test
    void unknownVersionsAndKindsAreRefused() throws IOException {
        Path own = written(model());
        String rdf = rdf(own);
        assertUnreadable(
                changed(own, RDF, rdf.replace("format_version: 0.5.7", "format_version: 0.6.0")),
                "Illegal format_version: 0.6.0");
        assertUnreadable(
                changed(own, RDF, rdf.replace("type: model", "type: dataset")), "type: dataset");
        assertUnreadable(
                changed(own, RDF, rdf.replace("format_version: 1", "format_version: 2")),
                "version of config.dlpixel: 2");
        assertUnreadable(
                changed(own, RDF, rdf.replace("depth: 2", "depth: 99")), "Illegal depth: 99");
    }

    @Test
    void descriptionsThatAreNoPlainYamlAreRefused() throws IOException {
        Path own = written(model());
        String rdf = rdf(own);
        assertUnreadable(changed(own, RDF, "{"), "no YAML");
        assertUnreadable(changed(own, RDF, "- a"), "no YAML map");
        assertUnreadable(changed(own, RDF, rdf + "name: twice\n"), "duplicate key");
        assertUnreadable(changed(own, RDF, "a: !!java.net.URL ['x']"), "no YAML");
        assertUnreadable(changed(own, RDF, "#".repeat(Yaml.MAX_CHARACTERS + 1)), "Illegal size");
    }

    @Test
    void damagedWeightsAreRefused() throws IOException {
        Path own = written(model());
        byte[] state = files(own).get(STATE);
        state[state.length - 1] ^= 1;
        assertUnreadable(changed(own, STATE, state), "its SHA-256");
        assertUnreadable(
                changed(own, RDF, rdf(own).replace("baseFeatures: 2", "baseFeatures: 3")),
                "must be [");
    }

    @Test
    void damagedZipsAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(written(model()));
        Path file = folder.resolve("cut.zip");
        for (int length : new int[] {0, 30, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertUnreadable(file, "cut.zip");
        }
        assertUnreadable(folder.resolve("nowhere.zip"), "there is no such file");
        assertUnreadable(folder, "there is no such file");
    }

    @Test
    void entriesThatLeaveThePackageAreRefused() throws IOException {
        for (String name :
                List.of("../out", "a/../../out", "/etc/out", "C:/out", "..\\out", "a/..")) {
            Map<String, byte[]> files = files(written(model()));
            files.put(name, new byte[1]);
            assertUnreadable(zip(files), "Illegal entry: " + name);
        }
    }

    @Test
    void entriesThatAreThereTwiceAreRefused() throws IOException {
        Map<String, byte[]> files = files(written(model()));
        files.put("RDF.yaml", files.get(RDF));
        Path file = zip(files);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("RDF.yaml", RDF), StandardCharsets.ISO_8859_1);
        assertUnreadable(file, "only once");
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        Map<String, byte[]> files = files(written(model()));
        for (int i = 0; i < PackageFile.MAX_ENTRIES; i++) {
            files.put("file" + i, new byte[0]);
        }
        assertUnreadable(zip(files), "Illegal number of entries");
    }

    @Test
    void aFileInTheWayOfTheFolderIsNamed() throws IOException {
        Files.createFile(folder.resolve("file"));
        assertThatThrownBy(
                        () ->
                                BioimageModel.write(
                                        model(),
                                        description(Optional.empty()),
                                        folder.resolve("file/model.zip")))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining("file: a file is in its way");
    }

    private void assertUnreadable(Path file, String message) {
        assertThatThrownBy(() -> BioimageModel.read(file))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(message)
                .hasMessageContaining(file.toString());
    }

    private static JsonElement json(String yaml) {
        return JsonParser.parseString(new Gson().toJson(Yaml.read(yaml)));
    }

    private static String rdf(Path file) throws IOException {
        return new String(files(file).get(RDF), StandardCharsets.UTF_8);
    }

    private static float[] npy(byte[] file, String shape) {
        int header = 10 + file[8] + file[9] * 256;
        assertThat(header % 64).isZero();
        assertThat(new String(file, 10, header - 10, StandardCharsets.US_ASCII)).contains(shape);
        float[] values = new float[(file.length - header) / Float.BYTES];
        ByteBuffer.wrap(file, header, file.length - header)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    private static Map<String, byte[]> files(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private Path changed(Path file, String name, String content) throws IOException {
        return changed(file, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Path changed(Path file, String name, byte[] content) throws IOException {
        Map<String, byte[]> files = files(file);
        files.put(name, content);
        return zip(files);
    }

    private Path zip(Map<String, byte[]> files) throws IOException {
        Path file = folder.resolve("changed.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }
}
