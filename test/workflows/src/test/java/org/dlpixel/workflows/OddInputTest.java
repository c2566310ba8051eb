package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.score.ScoresCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is unusual but right. */
class OddInputTest {

    @TempDir Path folder;

    private Path output;

    private Run run(Path image, Path labels) {
        Example example = Example.sparseUnet(folder.resolve("flow"), image, labels);
        output = example.output();
        return example.run();
    }

    private void assertSegmented(Run run, VolumeShape shape) {
        run.assertOk();
        try (SliceSource segmentation = ImageFiles.open(output.resolve("segmentation.tif"))) {
            assertThat(segmentation.shape()).isEqualTo(shape);
            assertThat(segmentation.voxelSize()).isEqualTo(Stacks.VOXEL);
        }
    }

    /** Patches are 16 x 16, the network halves twice. */
    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "1,3", "3,3", "7,5", "5,17", "18,30"})
    void slicesOfAnySize(int width, int height) {
        VolumeShape shape = new VolumeShape(width, height, 4, 1);
        Path image = Stacks.image(folder.resolve("image.tif"), shape);
        Path labels =
                Stacks.labels(
                        folder.resolve("labels.tif"), shape, (z, c, y, x) -> (z + x + y) % 2 + 1);

        assertSegmented(run(image, labels), shape);
    }

    @Test
    void aSingleSlice() {
        VolumeShape shape = new VolumeShape(20, 18, 1, 1);
        Path image = Stacks.image(folder.resolve("image.tif"), shape);
        Path labels = Stacks.labels(folder.resolve("labels.tif"), 20, 18, 1);
        Example example =
                Example.sparseUnet(folder.resolve("flow"), image, labels)
                        .reader("validationShare", 0.25);
        output = example.output();

        Run run = example.run();

        assertSegmented(run, shape);
        assertThat(run.warnings(Example.LEARNER))
                .singleElement()
                .asString()
                .contains("No region is held out");
    }

    @ParameterizedTest
    @CsvSource({"UINT8", "INT8", "INT16", "UINT32", "INT32", "FLOAT32", "FLOAT64"})
    void imagesOfAnyPixelType(PixelType type) {
        VolumeShape shape = new VolumeShape(20, 18, 4, 1);
        Path image =
                Stacks.write(
                        folder.resolve("image.tif"),
                        shape,
                        type,
                        (z, c, y, x) -> x > 9 ? 100 + x : y - z);
        Path labels = Stacks.labels(folder.resolve("labels.tif"), 20, 18, 4);

        assertSegmented(run(image, labels), shape);
    }

    @Test
    void aConstantImage() {
        VolumeShape shape = new VolumeShape(20, 18, 4, 1);
        Path image =
                Stacks.write(
                        folder.resolve("image.tif"), shape, PixelType.UINT8, (z, c, y, x) -> 7);
        Path labels = Stacks.labels(folder.resolve("labels.tif"), 20, 18, 4);

        assertSegmented(run(image, labels), shape);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void imagesWithChannels(int channels) {
        VolumeShape shape = new VolumeShape(20, 18, 4, channels);
        Path image = Stacks.image(folder.resolve("image.tif"), shape);
        Path labels = Stacks.labels(folder.resolve("labels.tif"), 20, 18, 4);

        assertSegmented(run(image, labels), new VolumeShape(20, 18, 4, 1));
    }

    @Test
    void aPhotographAndItsPaintedLabels() throws IOException {
        BufferedImage photograph = new BufferedImage(20, 18, BufferedImage.TYPE_INT_RGB);
        BufferedImage painted = new BufferedImage(20, 18, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 18; y++) {
            photograph.setRGB(y, y, 0xff8040);
            painted.getRaster().setSample(3, y, 0, 1);
            painted.getRaster().setSample(12, y, 0, 2);
        }
        Path image = folder.resolve("photograph.png");
        Path labels = folder.resolve("painted.png");
        ImageIO.write(photograph, "png", image.toFile());
        ImageIO.write(painted, "png", labels.toFile());

        Run run = run(image, labels);

        run.assertOk();
        assertThat(Stacks.voxels(output.resolve("segmentation.tif"))).hasSize(20 * 18);
    }

    @Test
    void asManyClassesAsThereCanBe() {
        VolumeShape shape = new VolumeShape(127, 18, 4, 1);
        Path image = Stacks.image(folder.resolve("image.tif"), shape);
        Path labels =
                Stacks.labels(
                        folder.resolve("labels.tif"), shape, (z, c, y, x) -> y == 0 ? 0 : 1 + x);

        Example example =
                Example.sparseUnet(folder.resolve("flow"), image, labels)
                        .augmenter("patchSize", 128)
                        .augmenter("operations/geometry/sizedCrop", false);
        output = example.output();

        Run run = example.run();

        assertSegmented(run, shape);
        assertThat(ScoresCsv.read(output.resolve("scores.csv"))).hasSize(2 * 128);
    }

    @Test
    void threeClassesOfWhichTruthKnowsAll() {
        VolumeShape shape = new VolumeShape(30, 20, 5, 1);
        Path image =
                Stacks.write(
                        folder.resolve("image.tif"),
                        shape,
                        PixelType.UINT16,
                        (z, c, y, x) -> 1000 * (x / 8) + y);
        Path labels =
                Stacks.labels(
                        folder.resolve("labels.tif"),
                        shape,
                        (z, c, y, x) -> z % 2 == 0 && y % 3 == 0 ? 1 + x / 8 : 0);
        Stacks.labels(folder.resolve("truth.tif"), shape, (z, c, y, x) -> 10 * (x / 8));
        Example example =
                Example.sparseUnet(folder.resolve("flow"), image, labels)
                        .reader("classNames", "background, barrier, vessel, cell");
        output = example.output();

        Run run = example.run();

        assertSegmented(run, shape);
        assertThat(ScoresCsv.read(output.resolve("scores.csv")))
                .extracting(row -> row.scope().label() + " " + row.classText())
                .contains("held-out 0", "held-out 3", "held-out all", "annotated 3", "all 3")
                .hasSize(15);
        assertThat(output.resolve("report.html")).content().contains("barrier", "vessel", "cell");
    }

    @Test
    void aClassThatIsNeverPaintedIsWarnedOf() {
        VolumeShape shape = new VolumeShape(20, 18, 4, 1);
        Path image = Stacks.image(folder.resolve("image.tif"), shape);
        Path labels =
                Stacks.labels(
                        folder.resolve("labels.tif"),
                        shape,
                        (z, c, y, x) -> x == 0 ? 1 : x == 19 ? 3 : 0);

        Run run = run(image, labels);

        assertSegmented(run, shape);
        assertThat(run.warnings(Example.READER))
                .singleElement()
                .asString()
                .contains("carries the value 2", "class 1 cannot be learned");
    }

    @Test
    void denseLabelsGivenAsSparseOnesAreWarnedOf() {
        VolumeShape shape = new VolumeShape(20, 18, 4, 1);
        Path image = Stacks.image(folder.resolve("image.tif"), shape);
        Path labels =
                Stacks.labels(folder.resolve("labels.tif"), shape, (z, c, y, x) -> 1 + x / 10);

        Run run = run(image, labels);

        assertSegmented(run, shape);
        assertThat(run.warnings(Example.READER))
                .singleElement()
                .asString()
                .contains("Every pixel", "is labelled");
    }
}
