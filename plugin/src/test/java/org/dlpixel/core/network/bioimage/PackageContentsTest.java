package org.dlpixel.core.network.bioimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlpixel.core.network.bioimage.OwnPackages.RDF;
import static org.dlpixel.core.network.bioimage.OwnPackages.SMALL;
import static org.dlpixel.core.network.bioimage.OwnPackages.STATE;
import static org.dlpixel.core.network.bioimage.OwnPackages.description;
import static org.dlpixel.core.network.bioimage.OwnPackages.files;
import static org.dlpixel.core.network.bioimage.OwnPackages.model;
import static org.dlpixel.core.network.bioimage.OwnPackages.rdf;
import static org.dlpixel.core.network.bioimage.OwnPackages.seeingNeighbours;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.network.PixelModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a package says of its model, and whether it follows the public schema. */
class PackageContentsTest {

    @TempDir private Path folder;

    private Path written(PixelModel model) {
        return OwnPackages.write(model, folder);
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
    void aModelThatNobodyDescribedIsAPackageToo() throws IOException {
        Path file = folder.resolve("undescribed.zip");
        BioimageModel.write(seeingNeighbours(), PackageDescription.undescribed(), file);
        assertThat(BioimageModel.read(file)).isEqualTo(seeingNeighbours());
        assertThat(JsonSchema.load("bioimageio_model_schema.json").problems(json(rdf(file))))
                .isEmpty();
        assertThat(rdf(file)).doesNotContain("license", "timestamp");
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

    private static JsonElement json(String yaml) {
        return JsonParser.parseString(new Gson().toJson(Yaml.read(yaml)));
    }
}
