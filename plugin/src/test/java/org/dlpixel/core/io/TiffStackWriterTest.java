package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.junit.jupiter.api.Test;

class TiffStackWriterTest extends StackWriterContract {

    @Override
    StackFormat format() {
        return StackFormat.TIFF;
    }

    @Override
    Path fillDisk(Path unfinished, int slice) throws IOException {
        Files.move(unfinished, folder.resolve("kept"));
        return Files.createSymbolicLink(unfinished, Path.of("/dev/full"));
    }

    @Override
    void emptyDisk(Path full) throws IOException {
        Files.move(folder.resolve("kept"), full, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    Path fileOfSlice(Path unfinished, int slice) {
        return unfinished;
    }

    @Test
    void bytesAreThoseOfAStackWrittenInOneGo() throws IOException {
        Path other = folder.resolve("other.tif");
        try (TiffWriter out = TiffWriter.create(other, SHAPE, PixelType.UINT8, VOXEL)) {
            for (int z = 0; z < 4; z++) {
                out.write(z, slice(z));
            }
        }
        try (StackWriter out = format().open(labels(), "")) {
            for (int z = 3; z >= 0; z--) {
                out.write(z, slice(z));
            }
            out.complete();
        }
        assertThat(path()).hasSameBinaryContentAs(other);
    }

    @Test
    void bigTiffIsWrittenTheSameWay() {
        TiffLayout big = new TiffLayout(SHAPE, PixelType.UINT8, VOXEL, true);
        for (int part = 0; part < 2; part++) {
            try (StackWriter out = TiffStackWriter.open(labels(), big, "")) {
                assertThat(out.finished().cardinality()).isEqualTo(2 * part);
                out.write(2 * part, slice(2 * part));
                out.write(2 * part + 1, slice(2 * part + 1));
                if (part == 1) {
                    out.complete();
                }
            }
        }
        try (SliceSource stack = VolumeFiles.open(path())) {
            assertThat(stack.shape()).isEqualTo(SHAPE);
            assertThat(stack.slice(3).at(2, 0, 0)).isEqualTo(122);
        }
    }

    @Test
    void aFolderOfThatNameIsNamed() throws IOException {
        Files.createDirectory(path());
        assertThatThrownBy(() -> format().open(labels(), ""))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining(path() + ": a folder of that name exists");
    }
}
