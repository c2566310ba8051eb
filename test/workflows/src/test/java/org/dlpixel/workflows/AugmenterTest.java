package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlpixel.workflows.AugmenterFlows.AUGMENTER;
import static org.dlpixel.workflows.AugmenterFlows.ROWS;
import static org.dlpixel.workflows.AugmenterFlows.TRAINING;
import static org.dlpixel.workflows.AugmenterFlows.flow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dlpixel.workflows.nodes.LookNodeFactory;
import org.dlpixel.workflows.nodes.SeenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Patch Augmenter with tables of all kinds, and its preview. */
class AugmenterTest {

    private static final int LEARNER = 6;
    private static final int REGIONS = 7;

    @TempDir Path folder;

    private Run run(Flow flow) {
        return flow.run(folder.resolve("flow"));
    }

    @Test
    void patchesTellWhereTheyComeFromAndWhatWasDone() {
        run(flow(Map.of(), Map.of("preset", "STRONG"))).assertOk();

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
                                    run(flow(Map.of(), own)).assertOk();
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
        run(flow(Map.of(), Map.of())).assertOk();

        List<SeenRow> preview = LookNodeFactory.take("preview");
        assertThat(preview).hasSize(TRAINING);
        assertThat(preview.get(0).texts()).containsKeys("Source", "Slice", "ROI", "Preview");
        assertThat(preview.get(0).texts().get("Preview")).isNotEqualTo("?");
    }

    @Test
    void aPreviewNeedsNoPatches() {
        Run run = run(flow(Map.of(), Map.of("patchesPerRegion", 0)));

        run.assertOk();
        assertThat(LookNodeFactory.take("preview")).hasSize(TRAINING);
        assertThat(LookNodeFactory.take("patches"))
                .extracting(row -> row.texts().get("Split"))
                .containsExactly("validation");
    }

    @Test
    void noRowsGiveNoRows() {
        run(flow(Map.of("times", 0), Map.of())).assertOk();
        assertThat(LookNodeFactory.take("patches")).isEmpty();
        assertThat(LookNodeFactory.take("preview")).isEmpty();
    }

    @Test
    void rowsWithoutAnImageAreLeftOutWithOneWarning() {
        Run run = run(flow(Map.of("times", 2, "empty", "Image", "row", 1), Map.of()));

        run.assertOk();
        assertThat(run.warnings("PatchAugmenter"))
                .singleElement()
                .asString()
                .contains("Left out 1 row without an image or labels.");
    }

    @Test
    void imagesAloneAreCutAnywhere() {
        Map<String, String> drop = Map.of("drop", "Label,Source,Slice,ROI,Split,Classes,Low,High");
        Run run = run(flow(drop, Map.of("placement", "STRATIFIED")));

        run.assertOk();
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
        run(flow(Map.of(), large)).assertOk();

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
                        .tinyLearner(LEARNER, Map.of("epochs", 1, "augmentation", "CUSTOM"))
                        .connect(AUGMENTER, 1, LEARNER, 1);
        run(flow).assertOk();
    }

    @Test
    void patchesAreVariedTrainingRegionsBesideUntouchedHeldOutOnes() {
        Run run =
                run(
                        flow(Map.of(), Map.of("patchSize", 64))
                                .look(REGIONS, "regions")
                                .connect(ROWS, 1, REGIONS, 1));

        run.assertOk();
        List<SeenRow> regions = LookNodeFactory.take("regions");
        List<SeenRow> patches = LookNodeFactory.take("patches");
        assertThat(patches).hasSize(TRAINING * 3 + 1);
        for (SeenRow patch : patches) {
            if (patch.texts().get("Split").equals("train")) {
                assertThat(patch.images().get("Image").size()).isEqualTo("64 x 64");
                assertThat(patch.images().get("Image").values()).isNotEmpty();
                assertThat(patch.texts()).containsEntry("Low", "0.0").containsEntry("High", "1.0");
                float[] labels = patch.images().get("Label").values();
                assertThat(count(labels, 0)).isBetween(64L * 64 - 48 * 40, 64L * 64 - 1);
            } else {
                SeenRow region =
                        regions.stream()
                                .filter(r -> r.key().equals(patch.key()))
                                .findFirst()
                                .orElseThrow();
                assertThat(patch.images().get("Image").values())
                        .isEqualTo(region.images().get("Image").values());
                assertThat(patch.images().get("Label").values())
                        .isEqualTo(region.images().get("Label").values());
            }
        }
        assertThat(patches).extracting(p -> p.texts().get("Split")).containsOnlyOnce("validation");
    }

    private static long count(float[] values, float wanted) {
        long count = 0;
        for (float v : values) {
            count += v == wanted ? 1 : 0;
        }
        return count;
    }
}
