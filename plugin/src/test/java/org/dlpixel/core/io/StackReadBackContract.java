package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.TimeStep;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read back from every format is what was written. */
abstract class StackReadBackContract {

    static final VoxelSize VOXEL = new VoxelSize(0.25, 0.5, 2, "um");
    static final VolumeShape SHAPE = new VolumeShape(7, 5, 4, 1);
    static final String MODEL = "model 1";

    @TempDir Path folder;

    abstract StackFormat format();

    final Path path() {
        return folder.resolve("out" + format().extension());
    }

    final StackTarget labels() {
        return labels(path());
    }

    static StackTarget labels(Path path) {
        return StackTarget.labels(
                path,
                SHAPE,
                VOXEL,
                List.of(
                        new StackTarget.Named(0, "background", 0x000000),
                        new StackTarget.Named(1, "cell", 0xff8000)));
    }

    static byte[] slice(int z) {
        byte[] values = new byte[SHAPE.plane()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (z * 40 + i);
        }
        return values;
    }

    static void write(StackWriter out, int... slices) {
        for (int z : slices) {
            out.write(z, slice(z));
        }
    }

    final List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void timePointsAreAnAxis() {
        for (int channels = 1; channels < 3; channels++) {
            VolumeShape shape = new VolumeShape(7, 5, 6, channels, 3);
            VoxelSize voxel = VOXEL.withTime(new TimeStep(2.5, channels == 1 ? "s" : "min"));
            StackTarget target =
                    new StackTarget(
                            path(),
                            shape,
                            PixelType.UINT16,
                            voxel,
                            new StackTarget.Intensities(List.of()));
            try (StackWriter out = format().open(target, MODEL)) {
                for (int s : new int[] {5, 0, 3, 1, 4, 2}) {
                    out.write(s, film(shape, s));
                }
                out.complete();
            }
            try (SliceSource film = VolumeFiles.open(path())) {
                assertThat(film.shape()).isEqualTo(shape);
                assertThat(film.voxelSize()).isEqualTo(voxel);
                for (int s = 0; s < shape.slices(); s++) {
                    assertThat(film.slice(s).pixels()).isEqualTo(film(shape, s));
                }
            }
        }
    }

    private static float[] film(VolumeShape shape, int slice) {
        float[] values = new float[shape.plane() * shape.channels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = slice * 1000 + i;
        }
        return values;
    }

    @Test
    void aPartOfAStackIsReadAgainAndIsAnotherOutputThanThePartBeside() {
        StackTarget part = labels().startingAt(6);
        try (StackWriter out = format().open(part, MODEL)) {
            write(out, 0, 1);
        }
        StackTarget beside = labels().startingAt(8);
        try (StackWriter out = format().open(beside, MODEL)) {
            assertThat(out.finished().isEmpty()).isTrue();
            write(out, 0, 1, 2, 3);
            out.complete();
        }
        try (SliceSource stack = VolumeFiles.open(path())) {
            assertThat(stack.shape()).isEqualTo(SHAPE);
            assertThat(stack.voxelSize()).isEqualTo(VOXEL);
            assertThat(stack.slice(3).at(2, 0, 0)).isEqualTo(122);
        }
    }

    @Test
    void slicesWrittenInAnyOrderAreReadAgain() throws IOException {
        try (StackWriter out = format().open(labels(), MODEL)) {
            write(out, 3, 0, 2, 1);
            assertThat(path()).doesNotExist();
            out.complete();
        }
        assertThat(names()).containsExactly(path().getFileName().toString());
        try (SliceSource stack = VolumeFiles.open(path())) {
            assertThat(stack.shape()).isEqualTo(SHAPE);
            assertThat(stack.pixelType()).isEqualTo(PixelType.UINT8);
            assertThat(stack.voxelSize()).isEqualTo(VOXEL);
            for (int z = 0; z < SHAPE.slices(); z++) {
                float[] read = stack.slice(z).pixels();
                byte[] written = slice(z);
                for (int i = 0; i < read.length; i++) {
                    assertThat(read[i]).isEqualTo(written[i] & 0xff);
                }
            }
        }
    }

    @Test
    void everyTypeAndSeveralChannelsAreReadAgain() {
        VolumeShape shape = new VolumeShape(9, 4, 3, 2);
        for (PixelType type : PixelType.values()) {
            Path file = folder.resolve(type + format().extension());
            StackTarget target =
                    new StackTarget(
                            file, shape, type, VOXEL, new StackTarget.Intensities(List.of()));
            float[] values = new float[shape.plane() * shape.channels()];
            for (int i = 0; i < values.length; i++) {
                values[i] = i + (type.isFloat() ? 0.25f : 0);
            }
            try (StackWriter out = format().open(target, MODEL)) {
                for (int z = 0; z < 3; z++) {
                    values[0] = z;
                    out.write(z, values);
                }
                out.complete();
            }
            try (SliceSource stack = VolumeFiles.open(file)) {
                assertThat(stack.shape()).isEqualTo(shape);
                assertThat(stack.pixelType()).isEqualTo(type);
                for (int z = 0; z < 3; z++) {
                    values[0] = z;
                    assertThat(stack.slice(z).pixels()).isEqualTo(values);
                }
            }
        }
    }
}
