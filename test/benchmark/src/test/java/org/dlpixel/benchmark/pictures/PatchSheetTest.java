package org.dlpixel.benchmark.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.dlpixel.benchmark.pictures.PatchSheet.Cell;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.view.Palette;
import org.dlpixel.core.view.RgbImage;
import org.junit.jupiter.api.Test;

class PatchSheetTest {

    private static final int SIDE = 64;

    @Test
    void labelsAreTintedAndUnknownPixelsHatched() {
        byte[] classes = new byte[SIDE * SIDE];
        Arrays.fill(classes, 0, classes.length / 2, (byte) 1);
        Arrays.fill(classes, classes.length / 2, classes.length, LabelMask.IGNORE);
        PatchSheet sheet = new PatchSheet("Title", 1, 1);
        sheet.add("Row", List.of(cell(classes, "words below")));
        RgbImage picture = sheet.render();

        long contour = Arrays.stream(picture.rgb()).filter(c -> c == Palette.of(1)).count();
        long hatched = Arrays.stream(picture.rgb()).filter(c -> c == 0x56b4e9).count();
        assertThat(contour).isBetween((long) SIDE, 3L * SIDE + 100);
        assertThat(hatched).isBetween(SIDE * SIDE / 12L, SIDE * SIDE / 12L + 120);
    }

    @Test
    void blocksStandNextToEachOther() {
        RgbImage one = sheet(1).render();
        RgbImage two = sheet(2).render();

        assertThat(two.width()).isGreaterThan(one.width() + SIDE);
        assertThat(two.height()).isLessThan(one.height() - SIDE);
    }

    private static PatchSheet sheet(int blocks) {
        PatchSheet sheet = new PatchSheet("Title", 2, blocks);
        for (String name : List.of("one", "two", "three")) {
            Cell cell = cell(new byte[SIDE * SIDE], "");
            sheet.add(name, List.of(cell, cell));
        }
        return sheet;
    }

    private static Cell cell(byte[] classes, String caption) {
        return new Cell(
                FloatImage.zeros(SIDE, SIDE, 1), new LabelMask(SIDE, SIDE, classes), caption);
    }
}
