package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.VolumeShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What cannot be worked with is named, with its value and the rule, before anything long starts.
 */
class WrongInputTest {

    private static final int WIDTH = 24;
    private static final int HEIGHT = 20;
    private static final int SLICES = 4;
    private static final VolumeShape SHAPE = new VolumeShape(WIDTH, HEIGHT, SLICES, 1);

    @TempDir Path folder;

    private Path image;
    private Path labels;
    private Path output;

    @BeforeEach
    void rightInput() {
        image = Stacks.image(folder.resolve("image.tif"), WIDTH, HEIGHT, SLICES);
        labels = Stacks.labels(folder.resolve("labels.tif"), WIDTH, HEIGHT, SLICES);
        output = folder.resolve("results");
    }

    private Example example() {
        return Example.sparseUnet(folder.resolve("flow"), image, labels).variable("output", output);
    }

    /** The run is refused with these words, and nothing was trained or written. */
    private void assertRefused(Run run, String... words) {
        assertThat(run.code()).as(run.text()).isEqualTo(4);
        assertThat(run.text()).contains(words);
        assertThat(run.started(Example.LEARNER)).isFalse();
        assertThat(output).doesNotExist();
    }

    @Test
    void rightInputIsAccepted() {
        Run run = example().run();

        run.assertOk();
    }

    @Test
    void aMissingImage() {
        image = folder.resolve("nowhere.tif");

        Run run = example().run();

        assertRefused(run, "image: " + image + " does not exist");
        assertThat(run.started(Example.READER)).isFalse();
    }

    @Test
    void missingLabels() {
        labels = folder.resolve("nowhere.tif");

        Run run = example().run();

        assertRefused(run, "sparse labels: " + labels + " does not exist");
        assertThat(run.started(Example.READER)).isFalse();
    }

    @Test
    void missingTruth() {
        Path truth = folder.resolve("nowhere.tif");

        Run run = example().variable("truth", truth).run();

        assertRefused(run, "truth: " + truth + " does not exist");
        assertThat(run.started(Example.READER)).isFalse();
    }

    @Test
    void noPathAtAll() {
        assertRefused(example().variable("image", "").run(), "Illegal image: ''", "must be a path");
    }

    @Test
    void aTextInsteadOfAnImage() throws IOException {
        image = Files.writeString(folder.resolve("image.txt"), "This is no image.");

        assertRefused(example().run(), "Cannot read " + image + ": it is no image", "TIFF");
    }

    @Test
    void aFolderInsteadOfAnImage() throws IOException {
        image = Files.createDirectory(folder.resolve("images"));

        assertRefused(example().run(), "Cannot read " + image + ": it is a folder");
    }

    @Test
    void aDamagedImage() throws IOException {
        byte[] whole = Files.readAllBytes(image);
        Files.write(image, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertRefused(example().run(), "Cannot read " + image);
    }

    @Test
    void labelsOfAnotherSize() {
        Stacks.labels(labels, WIDTH, HEIGHT + 1, SLICES);

        assertRefused(
                example().run(), labels.toString(), "4 x 21 x 24", "4 x 20 x 24", "must be equal");
    }

    @Test
    void truthOfAnotherSize() {
        Path truth = Stacks.labels(folder.resolve("truth.tif"), WIDTH, HEIGHT, SLICES - 1);

        assertRefused(
                example().run(), truth.toString(), "3 x 20 x 24", "4 x 20 x 24", "must be equal");
    }

    @Test
    void truthWithMoreClassesThanTheLabels() {
        Path truth = folder.resolve("truth.tif");
        Stacks.labels(truth, SHAPE, (z, c, y, x) -> x % 3);

        assertRefused(example().run(), truth.toString(), "3 different values", "hold 2 classes");
    }

    @Test
    void labelsWithoutBackground() {
        Stacks.labels(labels, SHAPE, (z, c, y, x) -> x == 0 ? 2 : x == 5 ? 3 : 0);

        assertRefused(example().run(), labels.toString(), "no background", "Paint some");
    }

    @Test
    void labelsWithASingleClass() {
        Stacks.labels(labels, SHAPE, (z, c, y, x) -> x == 0 ? 1 : 0);

        assertRefused(example().run(), labels.toString(), "a single class", "at least one further");
    }

    @Test
    void noLabelledPixelAtAll() {
        Stacks.labels(labels, SHAPE, (z, c, y, x) -> 0);

        assertRefused(example().run(), labels.toString(), "no labelled pixel", "Paint background");
    }

    @Test
    void aLabelThatIsNoWholeNumber() {
        Stacks.write(labels, SHAPE, PixelType.FLOAT32, (z, c, y, x) -> z == 2 ? 1.5 : 1);

        assertRefused(example().run(), "label value: 1.5", "a whole number", labels + ", slice 2");
    }

    @Test
    void labelsWithThreeChannels() {
        Stacks.labels(labels, new VolumeShape(WIDTH, HEIGHT, SLICES, 3), (z, c, y, x) -> 1 + c);

        assertRefused(example().run(), "channels of the labels " + labels + ": 3", "must be 1");
    }

    @Test
    void aPixelThatIsNoNumber() {
        Stacks.write(
                image,
                SHAPE,
                PixelType.FLOAT32,
                (z, c, y, x) -> z == 3 && y == 5 && x == 7 ? Double.NaN : x);

        assertRefused(example().run(), "pixel value: NaN", "a finite number", image + ", slice 3");
    }

    @Test
    void moreClassNamesThanClasses() {
        assertRefused(
                example().reader("classNames", "background,vessel,cell").run(),
                "Illegal class names: [background, vessel, cell]",
                "2 classes");
    }

    @Test
    void anOutputFolderBelowAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        Run run = example().variable("output", file.resolve("results")).run();

        assertRefused(run, "Cannot write into " + file.resolve("results"), file + " is a file");
        assertThat(run.started(Example.READER)).isFalse();
        assertThat(file).hasContent("mine");
    }

    @Test
    void anOutputFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        Run run = example().variable("output", file).run();

        assertRefused(run, "Cannot write into " + file, "is a file");
        assertThat(run.started(Example.READER)).isFalse();
    }

    @Test
    void noOutputFolder() {
        Run run = example().variable("output", "").run();

        assertRefused(run, "Illegal output folder: ''", "must be a path");
        assertThat(run.started(Example.READER)).isFalse();
    }

    @Test
    void aFileInPlaceOfAProjectFolder() {
        Run run = example().reader("from", "PROJECT").reader("project", image).run();

        assertRefused(run, "project folder", image.toString());
    }
}
