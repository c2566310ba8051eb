package org.dlpixel.core.io.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.io.TiffStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchesWriterTest {

    private static final int SIDE = 16;

    @TempDir Path root;

    private Path folder;

    @BeforeEach
    void aFolderThatDoesNotExist() {
        folder = root.resolve("patches");
    }

    static FloatImage image(long seed, int channels) {
        SplittableRandom random = new SplittableRandom(seed);
        FloatImage image = FloatImage.zeros(SIDE, SIDE, channels);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = (float) random.nextDouble();
        }
        return image;
    }

    static LabelMask labels(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] classes = new byte[SIDE * SIDE];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) (random.nextInt(5) - 1);
        }
        return new LabelMask(SIDE, SIDE, classes);
    }

    private void write(Split... splits) {
        try (PatchesWriter writer = PatchesWriter.create(folder)) {
            for (int i = 0; i < splits.length; i++) {
                writer.write("cells", splits[i], image(i, 1), labels(i));
            }
            writer.complete();
        }
    }

    private List<String> files(Path of) throws IOException {
        try (Stream<Path> all = Files.walk(of)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> of.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theLayoutIsTheOriginals() throws IOException {
        write(Split.TRAIN, Split.TRAIN, Split.VALIDATION);

        assertThat(files(root))
                .containsExactly(
                        "patches/ground truth0/cells_00000.tif",
                        "patches/ground truth0/cells_00001.tif",
                        "patches/ground truth_validation0/cells_00000.tif",
                        "patches/info.json",
                        "patches/input0/cells_00000.tif",
                        "patches/input0/cells_00001.tif",
                        "patches/input_validation0/cells_00000.tif");
        JsonObject info =
                JsonParser.parseString(Files.readString(folder.resolve("info.json")))
                        .getAsJsonObject();
        assertThat(info.get("num_inputs").getAsInt()).isEqualTo(1);
        assertThat(info.get("num_truths").getAsInt()).isEqualTo(1);
        assertThat(info.get("sub_sample").getAsInt()).isEqualTo(1);
        assertThat(info.get("axes").getAsString()).isEqualTo("YX");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void patchesComeBackBitForBit(int channels) {
        try (PatchesWriter writer = PatchesWriter.create(folder)) {
            writer.write("a", Split.TRAIN, image(1, channels), labels(1));
            writer.write("b", Split.VALIDATION, image(2, channels), labels(2));
            writer.complete();
        }

        PatchesFolder read = PatchesFolder.read(folder, Progress.none());

        assertThat(read.size()).isEqualTo(2);
        assertThat(read.classes()).isEqualTo(4);
        for (int i = 0; i < 2; i++) {
            PatchesFolder.Content patch = read.patch(i);
            assertThat(patch.type()).isEqualTo(PixelType.FLOAT32);
            assertThat(patch.region().image().channels()).isEqualTo(channels);
            assertThat(patch.region().image().pixels()).isEqualTo(image(i + 1, channels).pixels());
            assertThat(patch.region().labels().classes()).isEqualTo(labels(i + 1).classes());
            assertThat(patch.region().range()).isEqualTo(IntensityRange.UNIT);
            assertThat(patch.region().split()).isEqualTo(i == 0 ? Split.TRAIN : Split.VALIDATION);
        }
    }

    @Test
    void labelsAreStoredAsSparseValuesOfSixteenBits() {
        write(Split.TRAIN);
        try (TiffStack file = TiffStack.open(folder.resolve("ground truth0/cells_00000.tif"))) {
            float[] values = new float[SIDE * SIDE];
            file.read(0, values);
            assertThat(file.pixelType()).isEqualTo(PixelType.UINT16);
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isEqualTo(labels(0).classes()[i] + 1);
            }
        }
    }

    @Test
    void withoutHeldOutPatchesThereAreNoFoldersForThem() throws IOException {
        write(Split.TRAIN);
        try (Stream<Path> inside = Files.list(folder)) {
            assertThat(inside.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("info.json", "input0", "ground truth0");
        }
    }

    @Test
    void anEarlierFolderOfOursIsReplacedAsAWhole() throws IOException {
        write(Split.TRAIN, Split.TRAIN, Split.VALIDATION);
        write(Split.TRAIN);
        assertThat(files(root))
                .containsExactly(
                        "patches/ground truth0/cells_00000.tif",
                        "patches/info.json",
                        "patches/input0/cells_00000.tif");
    }

    @Test
    void aFolderToWhichSomebodyAddedIsLeftAlone() throws IOException {
        write(Split.TRAIN);
        Files.copy(
                folder.resolve("input0/cells_00000.tif"), folder.resolve("input0/mine_00000.tif"));
        assertRefused("added or removed");
        assertThat(folder.resolve("input0/mine_00000.tif")).exists();
    }

    @Test
    void aFolderWithSomethingElseInItIsLeftAlone() throws IOException {
        write(Split.TRAIN);
        Files.createDirectory(folder.resolve("ground truth1"));
        assertRefused("other files");
    }

    @Test
    void aFolderOfSomebodyElseIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("input0"));
        Files.writeString(folder.resolve("info.json"), "{\"num_truths\": 1, \"axes\": \"YX\"}");
        assertRefused("somebody else");
        Files.writeString(folder.resolve("info.json"), "not JSON");
        assertRefused("somebody else");
        Files.delete(folder.resolve("info.json"));
        assertRefused("somebody else");
        assertThat(folder.resolve("input0")).exists();
    }

    @Test
    void aFileInTheWayIsLeftAlone() throws IOException {
        Files.writeString(folder, "notes");
        assertRefused("a file of that name");
        assertThat(folder).hasContent("notes");
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        Files.createDirectory(folder);
        write(Split.TRAIN);
        assertThat(files(folder)).hasSize(3);
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> PatchesWriter.create(folder))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(why);
        assertThat(root.resolve(".patches.unfinished")).doesNotExist();
    }

    @Test
    void anInterruptedRunLeavesNothingAndKeepsWhatWasThere() throws IOException {
        write(Split.TRAIN, Split.TRAIN);
        List<String> before = files(root);
        try (PatchesWriter writer = PatchesWriter.create(folder)) {
            writer.write("other", Split.TRAIN, image(9, 1), labels(9));
        }
        assertThat(files(root)).isEqualTo(before);
    }

    @Test
    void anInterruptedThreadHasCancelled() {
        try (PatchesWriter writer = PatchesWriter.create(folder)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> writer.write("a", Split.TRAIN, image(1, 1), labels(1)))
                    .isInstanceOf(PixelClassificationException.Cancelled.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(root.resolve(".patches.unfinished")).doesNotExist();
    }

    @Test
    void whatAKilledRunLeftIsNotMixedIn() throws IOException {
        Path left = root.resolve(".patches.unfinished/input0");
        Files.createDirectories(left);
        Files.writeString(left.resolve("cells_00000.tif"), "half a file");
        write(Split.TRAIN);
        assertThat(files(root)).hasSize(3);
        assertThat(PatchesFolder.read(folder, Progress.none()).size()).isEqualTo(1);
    }

    @Test
    void unusualNamesBecomeLegalOnesAndNoPatchIsLost() {
        try (PatchesWriter writer = PatchesWriter.create(folder)) {
            for (String name : List.of("../a b", "/a\\b", "", ".x", "A", "a", "é".repeat(300))) {
                writer.write(name, Split.TRAIN, image(1, 1), labels(1));
            }
            writer.complete();
        }
        assertThat(PatchesFolder.read(folder, Progress.none()).size()).isEqualTo(7);
        assertThat(root.resolve("a b_00000.tif")).doesNotExist();
    }

    @Test
    void patchesOfOneFolderHaveOneSize() {
        try (PatchesWriter writer = PatchesWriter.create(folder)) {
            writer.write("a", Split.TRAIN, image(1, 1), labels(1));
            FloatImage larger = FloatImage.zeros(SIDE + 1, SIDE, 1);
            LabelMask its = new LabelMask(SIDE + 1, SIDE, new byte[(SIDE + 1) * SIDE]);
            assertThatThrownBy(() -> writer.write("b", Split.VALIDATION, larger, its))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("17 x 16");
            assertThatThrownBy(() -> writer.write("b", Split.TRAIN, image(1, 2), labels(1)))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("1 or 3");
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void nothingToTrainOnIsSaidSo() {
        try (PatchesWriter writer = PatchesWriter.create(folder)) {
            writer.write("a", Split.VALIDATION, image(1, 1), labels(1));
            assertThatThrownBy(writer::complete)
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("training patches");
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void aFileAboveTheFolderIsSaidBeforeAnything() throws IOException {
        Files.writeString(folder, "notes");
        assertThatThrownBy(() -> PatchesWriter.requirePossible(folder.resolve("inside")))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining(folder + " is a file");
        assertThatThrownBy(() -> PatchesWriter.requirePossible(root.getRoot()))
                .isInstanceOf(NotWritable.class);
    }

    @Test
    void anUnwritableParentIsSaidBeforeAnything() throws IOException {
        Path closed = Files.createDirectory(root.resolve("closed"));
        Assumptions.assumeThat(closed.getFileSystem().supportedFileAttributeViews())
                .contains("posix");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeThat(Files.isWritable(closed)).isFalse();
        assertThatThrownBy(() -> PatchesWriter.requirePossible(closed.resolve("patches")))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining("no permission");
    }
}
