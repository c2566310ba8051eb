package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlpixel.nodes.reader.SparseLabelReaderNodeFactory;
import org.dlpixel.workflows.nodes.LookNodeFactory;
import org.dlpixel.workflows.nodes.SeenRow;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads confocal stacks that are not part of this repository, where they are at hand. */
class RealDataTest {

    private static final Path DATA = Path.of("..", "..", "..", "shared", "data").normalize();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nuclei_embryo_16cell", "nuclei_ovule"})
    void labelsAreThoseThatTheirDescriptionStates(String name) throws IOException {
        Path stacks = DATA.resolve(name).toAbsolutePath().normalize();
        assumeTrue(Files.isDirectory(stacks), () -> "skipped: there is no " + stacks);
        JsonObject expected =
                JsonParser.parseString(Files.readString(stacks.resolve("meta.json")))
                        .getAsJsonObject();

        Run run =
                new Flow()
                        .node(
                                1,
                                SparseLabelReaderNodeFactory.class,
                                Map.of(
                                        "image", stacks.resolve("image.tif").toString(),
                                        "labels", stacks.resolve("sparse_labels.tif").toString(),
                                        "truth", stacks.resolve("truth.tif").toString()))
                        .node(2, LookNodeFactory.class, Map.of("name", "real volumes"))
                        .node(3, LookNodeFactory.class, Map.of("name", "real regions"))
                        .connect(1, 1, 2, 1)
                        .connect(1, 2, 3, 1)
                        .run(folder.resolve("flow"));

        run.assertOk();
        SeenRow volume = LookNodeFactory.take("real volumes").get(0);
        assertThat(volume.images().get("Image").size()).isEqualTo(size(expected));
        List<SeenRow> regions = LookNodeFactory.take("real regions");
        assertThat(regions)
                .extracting(row -> Integer.parseInt(row.texts().get("Slice")))
                .isEqualTo(numbers(expected.getAsJsonArray("labelled_slices_0based")));
        for (SeenRow region : regions) {
            float[] labels = region.images().get("Label").values();
            assertThat(List.of(count(labels, 1), count(labels, 2)))
                    .isEqualTo(
                            numbers(
                                    expected.getAsJsonObject("labelled_px_per_slice")
                                            .getAsJsonArray(region.texts().get("Slice"))));
        }
        float[] truth = volume.images().get("Truth").values();
        assertThat((double) count(truth, 1) / truth.length)
                .isCloseTo(
                        expected.get("foreground_fraction").getAsDouble(),
                        org.assertj.core.api.Assertions.within(1e-3));
    }

    private static String size(JsonObject expected) {
        List<Integer> zyx = numbers(expected.getAsJsonArray("shape_zyx"));
        return zyx.get(2) + " x " + zyx.get(1) + " x " + zyx.get(0);
    }

    private static List<Integer> numbers(JsonArray array) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(element -> numbers.add(element.getAsInt()));
        return numbers;
    }

    private static int count(float[] values, float wanted) {
        int count = 0;
        for (float v : values) {
            count += v == wanted ? 1 : 0;
        }
        return count;
    }
}
