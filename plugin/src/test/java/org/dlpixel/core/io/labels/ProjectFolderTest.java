package org.dlpixel.core.io.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectFolderTest {

    private static final Roi BOX = new Roi(2, 1, 6, 4);

    @TempDir Path folder;

    private TestProject project;

    @BeforeEach
    void anEmptyProject() {
        project = new TestProject(folder);
    }

    @Test
    void aCropBecomesARegionOfItsImage() throws IOException {
        project.image("a.tif", 1).crop("a_00000", 1, BOX, "validation", new int[] {1, 0, 2});
        ProjectFolder read = read();
        assertThat(read.classes()).isEqualTo(2);
        assertThat(read.findings()).isEmpty();
        LabelledRegion region = read.regions().get(0);
        assertThat(region.source()).isEqualTo(folder.resolve("a.tif").toString());
        assertThat(region.roi()).isEqualTo(BOX);
        assertThat(region.split()).isEqualTo(Split.VALIDATION);
        assertThat(region.image().pixels()).isEqualTo(TestProject.pixels(1, BOX).pixels());
        assertThat(region.labels().at(0, 0)).isZero();
        assertThat(region.labels().at(1, 0)).isEqualTo(LabelMask.IGNORE);
        assertThat(region.labels().at(2, 0)).isEqualTo((byte) 1);
        assertThat(region.range().low()).isLessThan(102);
        assertThat(region.range().high()).isGreaterThan(218);
    }

    @Test
    void gapsAndOldNumbersHideNothing() throws IOException {
        project.image("a_b.tif", 1)
                .crop("a_b_00000", 1, BOX, "train", new int[] {1, 2})
                .crop("a_b_00007", 1, new Roi(0, 0, 3, 3), "train", new int[] {1})
                .crop("a_b_12", 1, new Roi(4, 4, 9, 9), "train", new int[] {1});
        assertThat(read().regions().stream().map(LabelledRegion::roi))
                .containsExactly(BOX, new Roi(0, 0, 3, 3), new Roi(4, 4, 9, 9));
    }

    @Test
    void withoutASplitARegionIsForTraining() throws IOException {
        project.image("a.tif", 1)
                .crop("a_00000", 1, BOX, "train", new int[] {1, 2})
                .json("a_00000", "{\"bbox\": [2, 1, 6, 4]}");
        assertThat(read().regions()).allMatch(r -> r.split() == Split.TRAIN);
    }

    @Test
    void imagesAreThoseAtTheTopLevelSorted() throws IOException {
        project.image("b.tif", 1)
                .image("a.TIFF", 2)
                .crop("b_00000", 1, BOX, "train", new int[] {1, 2})
                .text("notes.txt", "x")
                .text(".hidden.tif", "x");
        ImageIO.write(
                new BufferedImage(12, 10, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("c.png").toFile());
        ProjectFolder read = read();
        assertThat(read.images().stream().map(p -> p.getFileName().toString()))
                .containsExactly("a.TIFF", "b.tif", "c.png");
        try (SliceSource image = ProjectFolder.open(read.images().get(2))) {
            assertThat(image.shape().channels()).isEqualTo(3);
        }
    }

    @Test
    void aFewPagesAreChannelsAndMoreAreAStack() {
        Path few = folder.resolve("few.tif");
        project.write(few, TestProject.pixels(1, BOX), 7);
        try (SliceSource image = ProjectFolder.open(few)) {
            assertThat(image.shape().slices()).isEqualTo(1);
            assertThat(image.shape().channels()).isEqualTo(3);
        }
        Path many = folder.resolve("many.tif");
        project.write(many, TestProject.pixels(1, BOX), 8);
        assertThatThrownBy(() -> ProjectFolder.open(many))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("many.tif")
                .hasMessageContaining("export the slices");
    }

    @Test
    void classesOfLaterLayersFollowThoseOfEarlierOnes() throws IOException {
        project.image("a.tif", 1)
                .text("labels/info.json", "{\"num_inputs\": 1, \"num_truths\": 2}")
                .crop(
                        "a_00000",
                        1,
                        BOX,
                        "train",
                        new int[] {1, 2, 3, 0, 0, 1, 3},
                        new int[] {2, 1, 2, 2, 1, 0, 0});
        ProjectFolder read = read();
        assertThat(read.classes()).isEqualTo(4);
        assertThat(read.regions().get(0).labels().classes())
                .startsWith(3, 1, 2, 3, 0, 0, 2)
                .endsWith(LabelMask.IGNORE);
        assertThat(read.findings()).anyMatch(f -> f.contains("2 label layers"));
    }

    @Test
    void withoutCropsTheTableTellsTheBoxesAndTheAnnotationsTheLabels() throws IOException {
        project.image("a.tif", 1)
                .annotation(0, "a.tif", 1, 2, 0, 1)
                .text(
                        "labels/training_labels.csv",
                        """
                        file_name,xstart,ystart,xend,yend,split
                        a.tif,0,0,2,1,train
                        "a.tif",1,0,4,2,validation
                        """);
        List<LabelledRegion> regions = read().regions();
        assertThat(regions.get(0).labels().classes()).containsExactly(0, 1);
        assertThat(regions.get(1).labels().classes()).containsExactly(1, -1, 0, -1, -1, -1);
        assertThat(regions.get(1).split()).isEqualTo(Split.VALIDATION);
        assertThat(regions.get(1).image().pixels())
                .isEqualTo(TestProject.pixels(1, new Roi(1, 0, 4, 2)).pixels());
    }

    @Test
    void withoutJsonTheTableFindsTheCropsByTheirNumbers() throws IOException {
        project.image("a.tif", 1)
                .crop("a_00000", 1, BOX, "train", new int[] {1, 2})
                .text(
                        "labels/training_labels.csv",
                        """
                        file_name,xstart,ystart,xend,yend,split
                        a.tif,2,1,6,4,train
                        """);
        Files.delete(folder.resolve("labels/input0/a_00000.json"));
        assertThat(read().regions().get(0).labels().classes()).startsWith(0, 1, -1);
    }

    @Test
    void withoutAnyBoxesAnnotatedImagesAreRegions() throws IOException {
        project.image("a.tif", 1).image("b.c.tif", 2).image("d.tif", 3);
        project.annotation(0, "a.tif", 1, 2).annotation(0, "b.tif", 0, 1).annotation(0, "d.tif");
        List<LabelledRegion> regions = read().regions();
        assertThat(regions.stream().map(r -> Path.of(r.source()).getFileName().toString()))
                .containsExactly("a.tif", "b.c.tif");
        assertThat(regions.get(0).roi())
                .isEqualTo(Roi.whole(TestProject.WIDTH, TestProject.HEIGHT));
    }

    @Test
    void aCropWithoutItsImageIsNormalisedByItself() throws IOException {
        project.crop("gone_00000", 1, new Roi(0, 0, 2, 1), "train", new int[] {1, 2});
        ProjectFolder read = read();
        assertThat(read.regions().get(0).range()).isEqualTo(new IntensityRange(100.01, 100.998));
        assertThat(read.findings()).anyMatch(f -> f.contains("gone"));
    }

    @Test
    void aBoxOfAnotherSizeThanItsCropIsRefused() throws IOException {
        project.image("a.tif", 1)
                .crop("a_00000", 1, BOX, "train", new int[] {1, 2})
                .json("a_00000", "{\"bbox\": [2, 1, 7, 4]}");
        assertRefused(InvalidInput.class, "a_00000", "4 x 3", "5 x 3");
    }

    @Test
    void aBoxOutsideOfItsImageIsRefused() throws IOException {
        project.image("a.tif", 1)
                .crop("a_00000", 1, new Roi(9, 0, 13, 3), "train", new int[] {1, 2});
        assertRefused(InvalidInput.class, "9,0,13,3", "12 x 10");
    }

    @Test
    void aMissingLabelCropIsNamed() throws IOException {
        project.image("a.tif", 1).crop("a_00000", 1, BOX, "train");
        assertRefused(Unreadable.class, "ground truth0", "a_00000.tif", "does not exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"bbox\": [1, 2, 3]}",
                "{\"bbox\": [1, 2, 3, \"x\"]}",
                "{\"bbox\": [1, 2, 3.5, 4]}",
                "{\"bbox\": [5, 5, 5, 6]}",
                "{\"bbox\": [0, 0, 1, 1], \"split\": \"test\"}"
            })
    void brokenBoxesAreNamed(String json) throws IOException {
        project.image("a.tif", 1).json("a_00003", json);
        assertRefused(InvalidInput.class, "a_00003.json");
    }

    @Test
    void labelsThatCannotBeLearnedFromAreRefused() throws IOException {
        project.image("a.tif", 1).crop("a_00000", 1, BOX, "train", new int[] {1, 1});
        assertRefused(InvalidInput.class, "single class");
    }

    @Test
    void folderWithoutLabelsOrThatIsNoneAreRefused() throws IOException {
        project.image("a.tif", 1);
        assertRefused(InvalidInput.class, "holds no labels");
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> ProjectFolder.read(missing, Progress.none()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(missing.toString());
    }

    private ProjectFolder read() {
        return ProjectFolder.read(folder, Progress.none());
    }

    private void assertRefused(
            Class<? extends PixelClassificationException> kind, String... parts) {
        assertThatThrownBy(this::read).isInstanceOf(kind).hasMessageContainingAll(parts);
    }
}
