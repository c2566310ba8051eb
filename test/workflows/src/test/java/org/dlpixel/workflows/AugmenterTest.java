package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.executor.run.Cancellation;
import org.dlpixel.nodes.augmenter.PatchAugmenterNodeFactory;
import org.dlpixel.nodes.learner.UNetLearnerNodeFactory;
import org.dlpixel.nodes.phantom.VesselPhantomNodeFactory;
import org.dlpixel.nodes.reader.SparseLabelReaderNodeFactory;
import org.dlpixel.workflows.nodes.LookNodeFactory;
import org.dlpixel.workflows.nodes.RowsNodeFactory;
import org.dlpixel.workflows.nodes.SeenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Patch Augmenter with tables of all kinds, its preview and its files. */
class AugmenterTest {

    private static final int SOURCE = 1;
    private static final int ROWS = 2;
    private static final int AUGMENTER = 3;
    private static final int PATCHES = 4;
    private static final int PREVIEW = 5;
    private static final int READER = 6;
    private static final int READ = 7;

    private static final int TRAINING = 2;

    @TempDir Path folder;

    private Path files() {
        return folder.resolve("patches");
    }

    private static Map<String, Object> settings(Map<String, ?> changed) {
        Map<String, Object> all =
                new HashMap<>(Map.of("patchesPerRegion", 3, "patchSize", 16, "previewPatches", 2));
        all.putAll(changed);
        return all;
    }

    private static Map<String, Object> rows(Map<String, ?> changed) {
        Map<String, Object> all = new HashMap<>(Map.of("times", 1, "empty", "", "row", -1));
        all.putAll(changed);
        return all;
    }

    /** Phantom, rows, augmenter, both outputs looked at. */
    private static Flow flow(Map<String, ?> rows, Map<String, ?> augmenter) {
        Flow source =
                new Flow()
                        .node(
                                SOURCE,
                                VesselPhantomNodeFactory.class,
                                Map.of(
                                        "width",
                                        48,
                                        "height",
                                        40,
                                        "slices",
                                        6,
                                        "labelledSlices",
                                        3,
                                        "seed",
                                        4));
        return after(source, rows, augmenter);
    }

    /** A source of regions at its second output, rows, augmenter, both outputs looked at. */
    private static Flow after(Flow source, Map<String, ?> rows, Map<String, ?> augmenter) {
        return source.node(ROWS, RowsNodeFactory.class, rows(rows))
                .node(AUGMENTER, PatchAugmenterNodeFactory.class, settings(augmenter))
                .node(PATCHES, LookNodeFactory.class, Map.of("name", "patches"))
                .node(PREVIEW, LookNodeFactory.class, Map.of("name", "preview"))
                .connect(SOURCE, 2, ROWS, 1)
                .connect(ROWS, 1, AUGMENTER, 1)
                .connect(AUGMENTER, 1, PATCHES, 1)
                .connect(AUGMENTER, 2, PREVIEW, 1);
    }

    private Run run(Flow flow) {
        return flow.run(folder.resolve("flow"));
    }

    private static void assertOk(Run run) {
        assertThat(run.code()).as(run.text()).isZero();
    }

    @Test
    void patchesTellWhereTheyComeFromAndWhatWasDone() {
        assertOk(run(flow(Map.of(), Map.of("preset", "STRONG"))));

        List<SeenRow> patches = LookNodeFactory.take("patches");
        assertThat(patches).hasSize(TRAINING * 3 + 1);
        for (SeenRow row : patches) {
            boolean patch = row.texts().get("Split").equals("train");
            String from = row.texts().get("Source row");
            assertThat(row.key()).startsWith(from);
            assertThat(row.texts().get("Seed")).isEqualTo(patch ? "1" : "?");
            double labelled = Double.parseDouble(row.texts().get("Labelled"));
            float[] labels = row.images().get("Label").values();
            int count = 0;
            for (float label : labels) {
                count += label > 0 ? 1 : 0;
            }
            assertThat(labelled).isEqualTo((double) count / labels.length).isPositive();
            if (!patch) {
                assertThat(row.texts().get("Operations")).isEqualTo("?");
            }
        }
        assertThat(patches)
                .extracting(row -> row.texts().get("Operations"))
                .anyMatch(text -> text.contains(", "));
    }

    @Test
    void aSecondRunGivesTheSamePatchesAndAnotherSeedOthers() {
        List<List<SeenRow>> runs =
                Stream.of(1, 1, 2)
                        .map(
                                seed -> {
                                    Map<String, Object> own =
                                            Map.of("preset", "STRONG", "seed", seed);
                                    assertOk(run(flow(Map.of(), own)));
                                    return LookNodeFactory.take("patches");
                                })
                        .toList();

        for (int i = 0; i < runs.get(0).size(); i++) {
            SeenRow first = runs.get(0).get(i);
            SeenRow second = runs.get(1).get(i);
            assertThat(second.images().get("Image").values())
                    .isEqualTo(first.images().get("Image").values());
            assertThat(second.images().get("Label").values())
                    .isEqualTo(first.images().get("Label").values());
            assertThat(second.texts().get("Operations")).isEqualTo(first.texts().get("Operations"));
        }
        List<String> operations =
                runs.get(0).stream().map(row -> row.texts().get("Operations")).toList();
        assertThat(runs.get(2))
                .extracting(row -> row.texts().get("Operations"))
                .isNotEqualTo(operations);
    }

    @Test
    void thePreviewHasAPicturePerTrainingRegion() {
        assertOk(run(flow(Map.of(), Map.of())));

        List<SeenRow> preview = LookNodeFactory.take("preview");
        assertThat(preview).hasSize(TRAINING);
        assertThat(preview.get(0).texts()).containsKeys("Source", "Slice", "ROI", "Preview");
        assertThat(preview.get(0).texts().get("Preview")).isNotEqualTo("?");
    }

    @Test
    void aPreviewNeedsNoPatches() {
        Run run = run(flow(Map.of(), Map.of("patchesPerRegion", 0)));

        assertOk(run);
        assertThat(LookNodeFactory.take("preview")).hasSize(TRAINING);
        assertThat(LookNodeFactory.take("patches"))
                .extracting(row -> row.texts().get("Split"))
                .containsExactly("validation");
    }

    @Test
    void noRowsGiveNoRows() {
        assertOk(run(flow(Map.of("times", 0), Map.of())));
        assertThat(LookNodeFactory.take("patches")).isEmpty();
        assertThat(LookNodeFactory.take("preview")).isEmpty();
    }

    @Test
    void rowsWithoutAnImageAreLeftOutWithOneWarning() {
        Run run = run(flow(Map.of("times", 2, "empty", "Image", "row", 1), Map.of()));

        assertOk(run);
        assertThat(run.warnings("PatchAugmenter"))
                .singleElement()
                .asString()
                .contains("Left out 1 row without an image or labels.");
    }

    @Test
    void imagesAloneAreCutAnywhere() {
        Map<String, String> drop = Map.of("drop", "Label,Source,Slice,ROI,Split,Classes,Low,High");
        Run run = run(flow(drop, Map.of("placement", "STRATIFIED")));

        assertOk(run);
        assertThat(run.warnings("PatchAugmenter"))
                .isNotEmpty()
                .allMatch(text -> text.contains("No label column"));
        List<SeenRow> patches = LookNodeFactory.take("patches");
        assertThat(patches).hasSize(3 * 3);
        assertThat(patches)
                .allSatisfy(
                        row -> {
                            assertThat(row.texts().get("Labelled")).isEqualTo("0.0");
                            assertThat(row.images().get("Label").values()).containsOnly(0);
                        });
        assertThat(LookNodeFactory.take("preview")).hasSize(3);
    }

    @Test
    void regionsSmallerThanAPatchAreMirroredAndUnlabelledOutside() {
        Map<String, Object> large = Map.of("patchSize", 64, "preset", "NONE");
        assertOk(run(flow(Map.of(), large)));

        for (SeenRow row : LookNodeFactory.take("patches")) {
            if (row.texts().get("Split").equals("train")) {
                assertThat(row.images().get("Image").size()).isEqualTo("64 x 64");
                float[] labels = row.images().get("Label").values();
                int unlabelled = 0;
                for (float label : labels) {
                    unlabelled += label == 0 ? 1 : 0;
                }
                assertThat(unlabelled).isGreaterThanOrEqualTo(64 * 64 - 48 * 40);
            }
        }
    }

    @Test
    void theLearnerReadsThem() {
        Flow flow =
                flow(Map.of(), Map.of("preset", "LIGHT"))
                        .node(
                                READER,
                                UNetLearnerNodeFactory.class,
                                Map.of(
                                        "depth",
                                        2,
                                        "baseFeatures",
                                        4,
                                        "epochs",
                                        1,
                                        "patchesPerEpoch",
                                        4,
                                        "batchSize",
                                        4,
                                        "patchSize",
                                        16,
                                        "threads",
                                        1,
                                        "augmentation",
                                        "CUSTOM"))
                        .connect(AUGMENTER, 1, READER, 1);
        assertOk(run(flow));
    }

    /** Writes files, then reads them with the reader. */
    private Flow reading(String what) {
        return new Flow()
                .node(
                        READER,
                        SparseLabelReaderNodeFactory.class,
                        Map.of("from", "PATCHES", "patches", what))
                .node(READ, LookNodeFactory.class, Map.of("name", "read"))
                .connect(READER, 2, READ, 1);
    }

    @Test
    void filesComeBackAsTheyWereWritten() {
        assertOk(run(flow(Map.of(), Map.of("folder", files().toString()))));
        List<SeenRow> patches = LookNodeFactory.take("patches");

        Run run = reading(files().toString()).run(folder.resolve("reading"));

        assertOk(run);
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
        assertOk(run(flow(Map.of(), inside)));
        assertOk(run(flow(Map.of(), inside)));

        assertOk(reading(project.toString()).run(folder.resolve("reading")));
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

        assertOk(run);
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

        assertOk(run(after(source, Map.of(), own)));

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
