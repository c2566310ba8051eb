package org.dlpixel.core.predict.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.SlicingAxis;
import org.dlpixel.core.image.VolumeShape;

class TurnedFileTest {

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("turned");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Property(tries = 200)
    void everyValueComesOutWhereItBelongs(
            @ForAll @IntRange(min = 1, max = 6) int width,
            @ForAll @IntRange(min = 1, max = 6) int height,
            @ForAll @IntRange(min = 1, max = 6) int depth,
            @ForAll @IntRange(min = 1, max = 3) int channels,
            @ForAll boolean acrossY,
            @ForAll @IntRange(min = 1, max = 4) int step,
            @ForAll @IntRange(min = 1, max = 300) int maxBytes)
            throws IOException {
        VolumeShape shape = new VolumeShape(width, height, depth, channels);
        Layout layout = new Layout(acrossY ? SlicingAxis.Y : SlicingAxis.X, shape);
        try (TurnedFile file = TurnedFile.of(folder, layout, channels, 1, maxBytes)) {
            write(file, layout, step);
            for (int z = 0; z < depth; z++) {
                byte[] expected = expected(layout, z, step);
                assertThat(read(file, layout, z)).isEqualTo(expected);
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static byte value(int x, int y, int z, int c) {
        return (byte) (1 + x + 6 * (y + 6 * (z + 6 * c)));
    }

    private static void write(TurnedFile file, Layout layout, int step) {
        VolumeShape turned = layout.turned();
        for (int s = 0; s < turned.slices(); s += step) {
            byte[] rows = file.next(s);
            assertThat(rows).hasSize(turned.plane() * turned.channels());
            for (int i = 0; i < rows.length; i++) {
                int column = i % turned.width();
                int z = i / turned.width() % turned.height();
                int c = i / turned.plane();
                boolean acrossY = layout.axis() == SlicingAxis.Y;
                rows[i] = acrossY ? value(column, s, z, c) : value(s, column, z, c);
            }
        }
        file.finish();
    }

    private static byte[] expected(Layout layout, int z, int step) {
        VolumeShape shape = layout.shape();
        byte[] slice = new byte[shape.plane() * shape.channels()];
        for (int i = 0; i < slice.length; i++) {
            int x = i % shape.width();
            int y = i / shape.width() % shape.height();
            int across = layout.axis() == SlicingAxis.Y ? y : x;
            slice[i] = across % step == 0 ? value(x, y, z, i / shape.plane()) : 0;
        }
        return slice;
    }

    private static byte[] read(TurnedFile file, Layout layout, int z) {
        byte[] slice = new byte[layout.shape().plane() * layout.shape().channels()];
        file.read(
                z,
                (first, count, rows) ->
                        layout.forEachRow(
                                first,
                                count,
                                layout.shape().channels(),
                                (from, to) -> {
                                    for (int i = 0; i < layout.length(); i++) {
                                        slice[to + i * layout.stride()] = rows.get(from + i);
                                    }
                                }));
        return slice;
    }

    @Example
    void aFolderThatIsMissingIsNamed() {
        Layout layout = new Layout(SlicingAxis.Y, new VolumeShape(2, 2, 2, 1));
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> TurnedFile.of(missing, layout, 1, 1, 100).close())
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining("missing");
    }
}
