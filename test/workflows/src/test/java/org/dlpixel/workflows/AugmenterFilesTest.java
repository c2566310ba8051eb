package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlpixel.workflows.AugmenterFlows.SOURCE;
import static org.dlpixel.workflows.AugmenterFlows.TRAINING;
import static org.dlpixel.workflows.AugmenterFlows.after;
import static org.dlpixel.workflows.AugmenterFlows.flow;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.executor.run.Cancellation;
import org.dlpixel.nodes.reader.SparseLabelReaderNodeFactory;
import org.dlpixel.workflows.nodes.LookNodeFactory;
import org.dlpixel.workflows.nodes.SeenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the Patch Augmenter writes, and the reader that takes them. */
class AugmenterFilesTest {

    private static final int READER = 6;
    private static final int READ = 7;

    @TempDir Path folder;

    private Path files() {
        return folder.resolve("patches");
    }

    private Run run(Flow flow) {
        return flow.run(folder.resolve("flow"));
    }

    /** Writes files, then reads them with the reader. */
    private Flow reading(String what) {
        return new Flow()
                .node(
                        READER,
                        SparseLabelReaderNodeFactory.class,
                        Map.of("from", "PATCHES", "patches", what))
                .look(READ, "read")
                .connect(READER, 2, READ, 1);
    }

    @Test
    void filesComeBackAsTheyWereWritten() {
        run(flow(Map.of(), Map.of("folder", files().toString()))).assertOk();
        List<SeenRow> patches = LookNodeFactory.take("patches");

        Run run = reading(files().toString()).run(folder.resolve("reading"));

        run.assertOk();
        List<SeenRow> read = LookNodeFactory.take("read");
        List<SeenRow> training =
                read.stream().filter(row -> row.texts().get("Split").equals("train")).toList();
        assertThat(training).hasSize(TRAINING * 3);
        for (SeenRow row : training) {
            SeenRow written = patches.stream().filter(p -> same(p, row)).findFirst().orElseThrow();
            assertThat(written.texts()).containsEntry("Split", "train");
            assertThat(row.texts()).containsEntry("Low", "0.0").containsEntry("High", "1.0");
        }
        assertThat(read.size()).as("held-out patches").isGreaterThan(training.size());
        assertThat(read)
                .filteredOn(row -> row.texts().get("Split").equals("validation"))
                .allSatisfy(
                        row -> {
                            assertThat(row.images().get("Image").size()).isEqualTo("16 x 16");
                            assertThat(row.images().get("Label").values()).containsAnyOf(1, 2);
                        });
    }

    private static boolean same(SeenRow one, SeenRow other) {
        return Arrays.equals(
                        one.images().get("Image").values(), other.images().get("Image").values())
                && Arrays.equals(
                        one.images().get("Label").values(), other.images().get("Label").values());
    }

    @Test
    void aProjectHoldsItsPatches() {
        Path project = folder.resolve("project");
        Map<String, String> inside = Map.of("folder", project.resolve("patches").toString());
        run(flow(Map.of(), inside)).assertOk();
        run(flow(Map.of(), inside)).assertOk();

        reading(project.toString()).run(folder.resolve("reading")).assertOk();
        assertThat(LookNodeFactory.take("read")).isNotEmpty();
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedBeforeAnything() throws IOException {
        Files.createDirectories(files());
        Files.writeString(files().resolve("notes.txt"), "mine");

        Run run = run(flow(Map.of(), Map.of("folder", files().toString())));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.text()).contains("written by somebody else");
        assertThat(run.started("PatchAugmenter")).isFalse();
        assertThat(files().resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedBeforeAnything() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Path inside = folder.resolve("file").resolve("patches");

        Run run = run(flow(Map.of(), Map.of("folder", inside.toString())));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.text()).contains("is a file");
        assertThat(run.started("PatchAugmenter")).isFalse();
    }

    @Test
    void filesNeedLabels() {
        Run run = run(flow(Map.of("drop", "Label"), Map.of("folder", files().toString())));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.text()).contains("A patches folder needs labels");
    }

    @Test
    void withoutTrainingRegionsNothingIsWritten() {
        Map<String, Object> none = Map.of("times", 0);
        Run run = run(flow(none, Map.of("folder", files().toString())));

        run.assertOk();
        assertThat(run.warnings("PatchAugmenter"))
                .singleElement()
                .asString()
                .contains("nothing to write");
        assertThat(files()).doesNotExist();
    }

    @Test
    void aCancelledRunLeavesNothingBehind() throws IOException {
        Map<String, Object> endless =
                Map.of("patchesPerRegion", 10_000_000, "folder", files().toString());
        Cancellation cancellation = new Cancellation();
        Path unfinished = folder.resolve(".patches.unfinished");
        Thread canceller =
                new Thread(
                        () -> {
                            while (!Files.exists(unfinished.resolve("input0"))) {
                                Thread.onSpinWait();
                            }
                            cancellation.cancel();
                        },
                        "canceller");
        canceller.setDaemon(true);
        canceller.start();

        Run run = flow(Map.of(), endless).run(folder.resolve("flow"), cancellation);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.text()).doesNotContain("Cannot write", "Execute failed");
        assertThat(unfinished).doesNotExist();
        assertThat(files()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNIFORM", "LABELLED", "STRATIFIED"})
    void coloursAreVariedAndWritten(String placement) throws IOException {
        Path project = folder.resolve("project");
        Path crops = project.resolve("labels/input0");
        Files.createDirectories(crops);
        VolumeShape shape = new VolumeShape(24, 20, 1, 1);
        BufferedImage image = new BufferedImage(24, 20, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 24; x++) {
                image.setRGB(x, y, ((10 * x) << 16) | ((12 * y) << 8) | 100);
            }
        }
        ImageIO.write(image, "png", project.resolve("a.png").toFile());
        Stacks.write(
                project.resolve("annotations/class_0/a.tif"),
                shape,
                PixelType.UINT16,
                (z, c, y, x) -> x < 3 ? 1 : x > 20 ? 2 : 0);
        Flow source =
                new Flow()
                        .node(
                                SOURCE,
                                SparseLabelReaderNodeFactory.class,
                                Map.of("from", "PROJECT", "project", project.toString()));
        Map<String, Object> own =
                Map.of("preset", "STRONG", "placement", placement, "folder", files().toString());

        run(after(source, Map.of(), own)).assertOk();

        assertThat(LookNodeFactory.take("patches"))
                .hasSize(3)
                .allSatisfy(
                        row ->
                                assertThat(row.images().get("Image").size())
                                        .isEqualTo("16 x 16 x 3"));
        assertThat(LookNodeFactory.take("preview")).hasSize(1);
        assertThat(files().resolve("info.json")).content().contains("\"axes\":\"YXC\"");
    }
}
