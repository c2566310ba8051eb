package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.score.ScoreRow;
import org.dlpixel.core.score.ScoresCsv;
import org.dlpixel.executor.run.Cancellation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhantomQuickTest {

    private static final VoxelSize PHANTOM_VOXEL = new VoxelSize(1.17, 1.17, 5, "um");

    @TempDir static Path shared;
    @TempDir Path folder;

    private static Path output;
    private static Run run;

    @BeforeAll
    static void runOnce() {
        Example example = Example.phantomQuick(shared.resolve("a workflow"));
        output = example.output();
        run = example.run();
    }

    /** To be run again, into a copy of the files of the first run. */
    private Example again() throws IOException {
        Example example = Example.phantomQuick(folder.resolve("flow"));
        Files.createDirectories(example.output());
        for (String name : names(output)) {
            Files.copy(output.resolve(name), example.output().resolve(name));
        }
        return example;
    }

    @Test
    void everyNodeRunsAndEveryFileIsWritten() throws IOException {
        run.assertOk();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).doesNotContain("WARN");
        List<String> files = names(output);
        assertThat(files)
                .contains(
                        "segmentation.tif",
                        "training.png",
                        "calibration.png",
                        "scores.csv",
                        "report.html")
                .filteredOn(name -> name.startsWith("overlay_slice_"))
                .hasSize(2);
        assertThat(files).hasSize(7);
        for (String file : files) {
            assertThat(run.out()).contains("  " + output.resolve(file));
        }
    }

    @Test
    void theSegmentationIsAsLargeAsTheImageAndKeepsItsVoxelSize() {
        Path file = output.resolve("segmentation.tif");
        try (SliceSource segmentation = ImageFiles.open(file)) {
            assertThat(segmentation.shape()).isEqualTo(new VolumeShape(64, 64, 10, 1));
            assertThat(segmentation.pixelType()).isEqualTo(PixelType.UINT8);
            assertThat(segmentation.voxelSize()).isEqualTo(PHANTOM_VOXEL);
        }
        for (float v : Stacks.voxels(file)) {
            assertThat(v).isIn(0f, 1f);
        }
    }

    @Test
    void picturesAndReportShowTheResult() throws IOException {
        for (String name : names(output)) {
            if (name.endsWith(".png")) {
                BufferedImage png = ImageIO.read(output.resolve(name).toFile());
                assertThat(png.getWidth()).isGreaterThan(100);
            }
        }
        String report = Files.readString(output.resolve("report.html"));
        assertThat(report).contains("vessel", "held-out", "data:image/png;base64,", "libtorch");
        assertThat(report.indexOf("data:image/png")).isLessThan(report.lastIndexOf("data:image"));
    }

    @Test
    void scoresTellOfEveryScopeAndClass() throws IOException {
        Path file = output.resolve("scores.csv");
        assertThat(Files.readString(file).lines())
                .first()
                .isEqualTo("scope,class,dice,iou,precision,recall,accuracy");
        List<ScoreRow> rows = ScoresCsv.read(file);
        assertThat(rows)
                .extracting(row -> row.scope().label() + " " + row.classText())
                .containsExactly(
                        "held-out 0",
                        "held-out 1",
                        "held-out all",
                        "annotated 0",
                        "annotated 1",
                        "annotated all",
                        "all 0",
                        "all 1",
                        "all all");
        assertThat(rows).allMatch(row -> row.accuracy() >= 0 && row.accuracy() <= 1);
    }

    @Test
    void aSecondRunGivesTheSameBytesAndLeavesForeignFilesAlone() throws IOException {
        Example example = again();
        Path foreign = example.output().resolve("notes.txt");
        Files.writeString(foreign, "mine");
        Files.writeString(example.output().resolve("scores.csv"), "of an earlier run");

        Run second = example.run();

        second.assertOk();
        assertThat(foreign).hasContent("mine");
        Files.delete(foreign);
        assertThat(names(example.output())).isEqualTo(names(output));
        for (String name : List.of("segmentation.tif", "scores.csv")) {
            assertThat(example.output().resolve(name))
                    .as(name)
                    .hasSameBinaryContentAs(output.resolve(name));
        }
    }

    @Test
    void anotherSeedOfTheLearnerGivesAnotherSegmentation() throws IOException {
        Example example = again();

        Run other = example.learner("seed", 2).run();

        other.assertOk();
        assertThat(Stacks.voxels(example.output().resolve("segmentation.tif")))
                .isNotEqualTo(Stacks.voxels(output.resolve("segmentation.tif")));
    }

    @Test
    void tilesDoNotChangeTheSegmentation() throws IOException {
        Example example = again();

        Run tiled = example.predictor("largestTile", 48).run();

        tiled.assertOk();
        assertThat(example.output().resolve("segmentation.tif"))
                .hasSameBinaryContentAs(output.resolve("segmentation.tif"));
    }

    @Test
    void aCancelledTrainingLeavesTheFilesOfBefore() throws Exception {
        Example example = again();
        Path before = Files.writeString(example.output().resolve("scores.csv"), "of before");
        Cancellation cancellation = new Cancellation();
        Thread canceller = new Thread(() -> cancelWhenTraining(cancellation), "canceller");
        canceller.start();

        Run cancelled = example.learner("epochs", 100_000).run(cancellation);
        canceller.join();

        assertThat(cancelled.code()).isEqualTo(4);
        assertThat(cancelled.warnings(Example.LEARNER))
                .singleElement()
                .asString()
                .contains("canceled");
        assertThat(cancelled.started(Example.PREDICTOR)).isFalse();
        assertThat(before).hasContent("of before");
        assertThat(names(example.output())).isEqualTo(names(output));
    }

    /** The training has begun when patches are being drawn. */
    private static void cancelWhenTraining(Cancellation cancellation) {
        while (Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("dlpixel-patches"))) {
            Thread.onSpinWait();
        }
        cancellation.cancel();
    }

    static List<String> names(Path output) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
