package org.dlpixel.core.io.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.io.PlainTiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchesFolderTest {

    private static final int WIDTH = 5;
    private static final int HEIGHT = 4;

    @TempDir Path folder;

    private void tiff(String path, int channels, PixelType type, int... first) throws IOException {
        FloatImage image = FloatImage.zeros(WIDTH, HEIGHT, channels);
        for (int i = 0; i < first.length; i++) {
            image.pixels()[i] = first[i];
        }
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        PlainTiff.write(file, image, type);
    }

    private void patch(String name, int... labels) throws IOException {
        tiff("input0/" + name + ".tif", 1, PixelType.FLOAT32, 1);
        tiff("ground truth0/" + name + ".tif", 1, PixelType.UINT8, labels);
    }

    private PatchesFolder read() {
        return PatchesFolder.read(folder, Progress.none());
    }

    @Test
    void gapsInNumbersAndUnusualNamesHideNothing() throws IOException {
        patch("grid_0", 1, 2);
        patch("grid_7", 1, 2);
        patch("grid_00012", 1, 2);
        patch("no number", 1, 2);

        PatchesFolder read = read();

        assertThat(read.size()).isEqualTo(4);
        assertThat(read.classes()).isEqualTo(2);
        assertThat(read.patch(0).region().source())
                .isEqualTo(folder.resolve("grid").toString())
                .isEqualTo(read.patch(2).region().source());
        assertThat(read.patch(3).region().source())
                .isEqualTo(folder.resolve("no number").toString());
    }

    @Test
    void patchesAreFoundInAProjectToo() throws IOException {
        patch("a_0", 1, 2);
        Path project = folder.resolve("project");
        Files.createDirectories(project);
        Files.move(
                folder.resolve("input0"),
                Files.createDirectories(project.resolve("patches")).resolve("input0"));
        Files.move(folder.resolve("ground truth0"), project.resolve("patches/ground truth0"));

        assertThat(PatchesFolder.isPlausible(project)).isTrue();
        assertThat(PatchesFolder.read(project, Progress.none()).size()).isEqualTo(1);
    }

    @Test
    void foldersForValidationAreHeldOut() throws IOException {
        patch("a_0", 1, 2);
        tiff("input_validation0/a_0.tif", 1, PixelType.FLOAT32, 1);
        tiff("ground truth_validation0/a_0.tif", 1, PixelType.UINT16, 2);

        PatchesFolder read = read();

        assertThat(read.patch(0).region().split()).isEqualTo(Split.TRAIN);
        assertThat(read.patch(1).region().split()).isEqualTo(Split.VALIDATION);
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void theSpaceMayBeAnUnderscore() throws IOException {
        tiff("input0/a_0.tif", 1, PixelType.FLOAT32, 1);
        tiff("ground_truth0/a_0.tif", 1, PixelType.UINT16, 1, 2);
        assertThat(read().size()).isEqualTo(1);
    }

    @Test
    void unlabelledPixelsStayUnlabelled() throws IOException {
        patch("a_0", 1, 2, 0);
        LabelMask labels = read().patch(0).region().labels();
        assertThat(labels.classes()).startsWith(0, 1, LabelMask.IGNORE);
    }

    @Test
    void laterLayersFollowEarlierOnes() throws IOException {
        patch("a_0", 1, 2, 3, 0, 0);
        tiff("ground truth1/a_0.tif", 1, PixelType.UINT16, 1, 1, 1, 2, 1);

        PatchesFolder read = read();

        assertThat(read.classes()).isEqualTo(4);
        assertThat(read.patch(0).region().labels().classes())
                .startsWith(0, 1, 2, 3, 0, LabelMask.IGNORE);
        assertThat(read.findings()).anyMatch(f -> f.contains("2 label layers"));
    }

    @Test
    void theNumberOfLayersIsWhatTheFileSays() throws IOException {
        patch("a_0", 1, 2);
        tiff("ground truth1/a_0.tif", 1, PixelType.UINT16, 0, 0, 2);
        Files.writeString(
                folder.resolve("info.json"),
                "{\"num_inputs\": 1, \"num_truths\": 1, \"sub_sample\": 2, \"axes\": \"YX\"}");

        PatchesFolder read = read();

        assertThat(read.classes()).isEqualTo(2);
        assertThat(read.findings()).anyMatch(f -> f.contains("sub-sampled by 2"));
    }

    @Test
    void whatCannotBeLearnedFromIsLeftOutAndSaid() throws IOException {
        patch("a_0", 1, 2);
        patch("empty_0");
        tiff("input0/alone_0.tif", 1, PixelType.FLOAT32, 1);

        PatchesFolder read = read();

        assertThat(read.size()).isEqualTo(1);
        assertThat(read.findings())
                .anyMatch(f -> f.contains("1 patches without a label file"))
                .anyMatch(f -> f.contains("1 patches without a labelled pixel"))
                .anyMatch(f -> f.contains("No patch of " + folder + " is held out"));
    }

    @Test
    void coloursAreChannelsAndWholeNumbersAreRaw() throws IOException {
        tiff("input0/a_0.tif", 3, PixelType.UINT8, 10, 20, 30);
        tiff("ground truth0/a_0.tif", 1, PixelType.UINT8, 1, 2);

        LabelledRegion region = read().patch(0).region();

        assertThat(region.image().channels()).isEqualTo(3);
        assertThat(region.image().at(1, 0, 0)).isEqualTo(20);
        assertThat(region.range().high()).isGreaterThan(1);
    }

    @Test
    void sizesAndChannelsMustFit() throws IOException {
        patch("a_0", 1, 2);
        tiff("input0/b_0.tif", 3, PixelType.FLOAT32, 1);
        tiff("ground truth0/b_0.tif", 1, PixelType.UINT8, 1);
        PatchesFolder read = read();
        read.patch(0);
        assertThatThrownBy(() -> read.patch(1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("b_0.tif")
                .hasMessageContaining("number of channels");

        Files.delete(folder.resolve("input0/b_0.tif"));
        PlainTiff.write(
                folder.resolve("input0/b_0.tif"), FloatImage.zeros(3, 3, 1), PixelType.FLOAT32);
        assertThatThrownBy(() -> read().patch(1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("5 x 4");
    }

    @Test
    void labelsThatAreNoneAreNamedWithTheirFile() throws IOException {
        tiff("input0/a_0.tif", 1, PixelType.FLOAT32, 1);
        tiff("ground truth0/a_0.tif", 1, PixelType.UINT16, 500);
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("a_0.tif")
                .hasMessageContaining("500");
    }

    @Test
    void aFolderWithoutPatchesIsSaidSo() throws IOException {
        assertThat(PatchesFolder.isPlausible(folder)).isFalse();
        assertThatThrownBy(this::read)
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("input0");
        tiff("input0/a_0.tif", 1, PixelType.FLOAT32, 1);
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("holds no patch with labels");
    }

    @Test
    void aDamagedInfoIsNamed() throws IOException {
        patch("a_0", 1, 2);
        Files.writeString(folder.resolve("info.json"), "{");
        assertThatThrownBy(this::read)
                .isInstanceOf(PixelClassificationException.class)
                .hasMessageContaining("info.json");
    }
}
