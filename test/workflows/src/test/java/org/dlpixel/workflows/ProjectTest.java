package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.nodes.reader.SparseLabelReaderNodeFactory;
import org.dlpixel.nodes.writer.SegmentationWriterNodeFactory;
import org.dlpixel.workflows.nodes.LookNodeFactory;
import org.dlpixel.workflows.nodes.SeenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project folder of napari-easy-augment-batch-dl, from its ROIs to files per image. */
class ProjectTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;
    private static final Roi TRAIN = new Roi(2, 3, 22, 19);
    private static final Roi HELD_OUT = new Roi(20, 5, 38, 15);

    @TempDir Path folder;

    private Path project;
    private Path output;

    @BeforeEach
    void aProject() throws IOException {
        project = folder.resolve("my project");
        output = folder.resolve("results");
        image("first.tif");
        image("second.tif");
        crop("first_00000", TRAIN, "train");
        crop("second_00003", HELD_OUT, "validation");
    }

    private void image(String name) {
        Stacks.image(project.resolve(name), WIDTH, HEIGHT, 1);
    }

    private void crop(String name, Roi roi, String split) throws IOException {
        Path labels = project.resolve("labels");
        VolumeShape shape = new VolumeShape(roi.width(), roi.height(), 1, 1);
        Stacks.write(
                labels.resolve("input0").resolve(name + ".tif"),
                shape,
                PixelType.UINT16,
                (z, c, y, x) -> x + 10 * y);
        Stacks.write(
                labels.resolve("ground truth0").resolve(name + ".tif"),
                shape,
                PixelType.UINT16,
                (z, c, y, x) -> x < 2 ? 1 : x > 12 ? 2 : 0);
        Files.writeString(
                labels.resolve("input0").resolve(name + ".json"),
                "{\"base_name\": \""
                        + name
                        + "\", \"bbox\": ["
                        + roi
                        + "], \"split\": \""
                        + split
                        + "\"}");
    }

    private Run run() {
        return new Flow()
                .node(
                        1,
                        SparseLabelReaderNodeFactory.class,
                        Map.of("from", "PROJECT", "project", project.toString()))
                .tinyLearner(2, Map.of("epochs", 1))
                .predictor(3, Map.of())
                .node(4, SegmentationWriterNodeFactory.class, Map.of("folder", output.toString()))
                .look(5, "regions")
                .connect(1, 2, 2, 1)
                .connect(2, 1, 3, 1)
                .connect(1, 1, 3, 2)
                .connect(3, 1, 4, 1)
                .connect(1, 2, 5, 1)
                .run(folder.resolve("flow"));
    }

    @Test
    void regionsKeepTheirBoxesAndTheirSplit() {
        Run run = run();

        run.assertOk();
        List<SeenRow> regions = LookNodeFactory.take("regions");
        assertThat(regions)
                .extracting(row -> row.texts().get("ROI"))
                .containsExactly("2,3,22,19", "20,5,38,15");
        assertThat(regions)
                .extracting(row -> row.texts().get("Split"))
                .containsExactly("train", "validation");
        assertThat(regions)
                .extracting(row -> row.texts().get("Source"))
                .containsExactly(
                        project.resolve("first.tif").toString(),
                        project.resolve("second.tif").toString());
        assertThat(regions.get(0).images().get("Label").size()).isEqualTo("20 x 16");
        assertThat(regions.get(0).images().get("Image").values()).startsWith(0, 1, 2);
    }

    @Test
    void everyImageIsSegmentedIntoItsOwnFile() throws IOException {
        image("third.tif");

        Run run = run();

        run.assertOk();
        assertThat(PhantomQuickTest.names(output))
                .containsExactly(
                        "report.html",
                        "segmentation_Row0.tif",
                        "segmentation_Row1.tif",
                        "segmentation_Row2.tif");
        try (SliceSource file = ImageFiles.open(output.resolve("segmentation_Row2.tif"))) {
            assertThat(file.shape()).isEqualTo(new VolumeShape(WIDTH, HEIGHT, 1, 1));
        }
    }

    @Test
    void imagesWithOtherChannelsThanTheRegionsAreRefused() throws IOException {
        BufferedImage colour = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(colour, "png", project.resolve("colour.png").toFile());

        Run run = run();

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.text()).contains("number of channels", "3", "must be");
    }

    @Test
    void aFolderWithoutLabelsIsRefused() {
        project = folder.resolve("empty");
        image("first.tif");

        Run run = run();

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("The project folder " + project + " holds no labels");
    }
}
