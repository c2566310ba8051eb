package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dlpixel.workflows.nodes.LookNodeFactory;
import org.dlpixel.workflows.nodes.SeenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of labelled regions without rows and with missing cells, and what the learner tells. */
class LearnerTablesTest {

    private static final int PHANTOM = 1;
    private static final int REGION_ROWS = 2;
    private static final int LEARNER = 3;
    private static final int HISTORY = 4;
    private static final int CURVE = 5;
    private static final int HELD_OUT = 6;

    @TempDir Path folder;

    /** Phantom, rows of regions, learner. */
    private static Flow training(Map<String, ?> regions) {
        return new Flow()
                .phantom(PHANTOM)
                .rows(REGION_ROWS, regions)
                .tinyLearner(LEARNER, Map.of())
                .connect(PHANTOM, 2, REGION_ROWS, 1)
                .connect(REGION_ROWS, 1, LEARNER, 1);
    }

    private Run run(Flow flow) {
        return flow.run(folder.resolve("flow"));
    }

    @Test
    void theTrainingIsToldEpochByEpoch() {
        Run run =
                run(
                        training(Map.of())
                                .look(HISTORY, "history")
                                .look(CURVE, "curve")
                                .look(HELD_OUT, "held out")
                                .connect(LEARNER, 2, HISTORY, 1)
                                .connect(LEARNER, 3, CURVE, 1)
                                .connect(LEARNER, 4, HELD_OUT, 1));

        run.assertOk();
        List<SeenRow> history = LookNodeFactory.take("history");
        assertThat(history).extracting(SeenRow::key).containsExactly("Epoch 1", "Epoch 2");
        assertThat(history).extracting(row -> row.texts().get("Kept")).containsOnlyOnce("true");
        for (SeenRow epoch : history) {
            assertThat(Double.parseDouble(epoch.texts().get("Loss"))).isBetween(0.0, 10.0);
            assertThat(Double.parseDouble(epoch.texts().get("Validation Dice")))
                    .isBetween(0.0, 1.0);
        }
        assertThat(LookNodeFactory.take("curve"))
                .extracting(SeenRow::key)
                .containsExactly("Training curve", "Calibration");
        assertThat(LookNodeFactory.take("held out"))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(Double.parseDouble(row.texts().get("Dice")))
                                    .isBetween(0.0, 1.0);
                            assertThat(row.texts().get("ROI")).matches("\\d+,\\d+,\\d+,\\d+");
                            assertThat(row.texts().get("Dice by class")).startsWith("[");
                        });
    }

    @Test
    void nothingToLearnFromIsSaidSo() {
        Run run = run(training(Map.of("times", 0)));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("UNetLearner (#3): Nothing to learn from", "has no rows.")
                .doesNotContain("Execute failed");
    }

    @Test
    void regionsWithoutAnyLabelsAreSaidSo() {
        Run run = run(training(Map.of("empty", "Label")));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("no row with both an image and labels");
    }

    @Test
    void regionsWithoutPlainCellsAreTrainedWith() {
        Run run = run(training(Map.of("empty", "Source,Slice,ROI,Split,Classes,Low,High")));

        run.assertOk();
        assertThat(run.warnings("UNetLearner"))
                .singleElement()
                .asString()
                .contains("3 rows without Low and High");
    }

    @Test
    void rowsWithoutLabelsAreLeftOutWithOneWarning() {
        Run run = run(training(Map.of("times", 3, "empty", "Label", "row", 4)));

        run.assertOk();
        assertThat(run.warnings("UNetLearner"))
                .singleElement()
                .asString()
                .contains("Left out 1 row without an image or labels.");
    }
}
