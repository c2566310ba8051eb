package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.TimeStep;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.zarr.ZarrArrayWriter;
import org.dlpixel.core.io.zarr.ZarrVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads what Python's zarr 3.1.6, numcodecs 0.16.5 and ome-zarr 0.17.0 wrote: pixels of {@link
 * Stacks#expected}, 3 x 5 x 7 or 3 x 20 x 40, for every compression, order and layout.
 */
class OmeZarrStackTest {

    @TempDir static Path samples;

    @TempDir Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        try (InputStream file = OmeZarrStackTest.class.getResourceAsStream("zarr_samples.zip");
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                Path target = samples.resolve(e.getName());
                Files.createDirectories(target.getParent());
                Files.write(target, zip.readAllBytes());
            }
        }
    }

    static List<String> complete() throws IOException {
        try (Stream<Path> all = Files.list(samples)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.contains("missing"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("complete")
    void pixelsAreThoseThatPythonWrote(String name) {
        try (SliceSource stack = VolumeFiles.open(samples.resolve(name))) {
            assertThat(stack.shape().slices()).isEqualTo(name.startsWith("ome") ? 6 : 3);
            assertThat(Stacks.isExpected(stack)).isTrue();
        }
    }

    @Test
    void thereAreManySamples() throws IOException {
        assertThat(complete()).hasSizeGreaterThan(65);
    }

    @Test
    void typesAreThoseOfTheArray() {
        assertThat(type("v2_big_endian")).isEqualTo(PixelType.UINT16);
        assertThat(type("v2_int8")).isEqualTo(PixelType.INT8);
        assertThat(type("v2_lz4_float64")).isEqualTo(PixelType.FLOAT64);
        assertThat(type("v3_blosc")).isEqualTo(PixelType.UINT32);
    }

    private static PixelType type(String name) {
        try (SliceSource stack = VolumeFiles.open(samples.resolve(name))) {
            return stack.pixelType();
        }
    }

    @ParameterizedTest
    @MethodSource("ome")
    void axesGiveTimePointsAndTheVoxelSize(String name) {
        try (SliceSource stack = VolumeFiles.open(samples.resolve(name))) {
            assertThat(stack.shape()).isEqualTo(new VolumeShape(40, 20, 6, 2, 2));
            assertThat(stack.voxelSize())
                    .isEqualTo(new VoxelSize(0.25, 0.5, 2, "um", new TimeStep(1, "s")));
        }
        try (SliceSource cells = VolumeFiles.open(samples.resolve(name + "/labels/cells"))) {
            assertThat(cells.shape()).isEqualTo(new VolumeShape(40, 20, 6, 1, 2));
            assertThat(cells.slice(4).at(7, 3, 0)).isEqualTo((4 * 40 + 3 * 3 + 7) % 5);
        }
    }

    @Test
    void timePointsAreSlowestWhereverTheirAxisStands() throws IOException {
        List<String> names = List.of("z", "t", "y", "x");
        Path array = folder.resolve("odd.zarr");
        ZarrArrayWriter out =
                new ZarrArrayWriter(
                        array,
                        new ZarrArrayWriter.Spec(
                                ZarrVersion.V3,
                                List.of(3, 2, 1, 1),
                                List.of(1, 1, 1, 1),
                                names,
                                PixelType.UINT8));
        for (int z = 0; z < 3; z++) {
            for (int t = 0; t < 2; t++) {
                out.write(new byte[] {(byte) (10 * t + z)}, new CRC32(), z, t, 0, 0);
            }
        }
        try (SliceSource stack = VolumeFiles.open(array)) {
            assertThat(stack.shape()).isEqualTo(new VolumeShape(1, 1, 6, 1, 2));
            for (int s = 0; s < 6; s++) {
                assertThat(stack.slice(s).pixels()).containsExactly(s / 3 * 10 + s % 3);
            }
        }
    }

    static List<String> ome() {
        return List.of("ome_04", "ome_05");
    }

    @ParameterizedTest
    @MethodSource("withGaps")
    void chunksThatAreNotStoredHaveTheFillValue(String name) {
        float fill = name.equals("v3_missing") ? 1.5f : 9;
        try (SliceSource stack = VolumeFiles.open(samples.resolve(name))) {
            assertThat(stack.slice(0).at(6, 4, 0)).isEqualTo(18);
            assertThat(stack.slice(1).pixels()).containsOnly(fill);
        }
    }

    static List<String> withGaps() {
        return List.of("v3_missing", "v3_missing_inner");
    }

    @Test
    void slicesAreReadInAnyOrder() {
        try (SliceSource stack = VolumeFiles.open(samples.resolve("v3_sharded"))) {
            for (int z : new int[] {2, 0, 1, 0, 2}) {
                assertThat(stack.slice(z).at(39, 19, 0)).isEqualTo(Stacks.expected(z, 0, 19, 39));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("damageable")
    void damagedChunksAreNamedNotCrashedOn(String name) throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> all = Files.walk(samples.resolve(name))) {
            for (Path file : all.toList()) {
                Path target = copy.resolve(samples.resolve(name).relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (file.getFileName().toString().contains("zarr")) {
                    Files.copy(file, target);
                } else {
                    byte[] bytes = Files.readAllBytes(file);
                    Files.write(target, Arrays.copyOf(bytes, bytes.length / 2));
                }
            }
        }
        try (SliceSource stack = VolumeFiles.open(copy)) {
            assertThatThrownBy(() -> stack.slice(0))
                    .isInstanceOf(Unreadable.class)
                    .hasMessageContaining("Cannot read " + copy + ", slice 0");
        }
    }

    static List<String> damageable() throws IOException {
        return complete().stream().filter(name -> name.matches("v.*")).toList();
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        array("\"dtype\": \"<i8\", \"compressor\": null");
        refuses("pixels of type <i8 are not supported");
        array("\"dtype\": \"<u2\", \"compressor\": {\"id\": \"jpeg-xl\"}");
        refuses("compression \"jpeg-xl\" is not supported");
        array("\"dtype\": \"<u2\", \"compressor\": null, \"filters\": [{\"id\": \"delta\"}]");
        refuses("filters [{\"id\":\"delta\"}] are not supported");
        array("\"dtype\": \"<u2\"");
        Files.writeString(folder.resolve(".zarray"), "{\"shape\": [3, 4");
        refuses(".zarray is damaged");
        Files.delete(folder.resolve(".zarray"));
        Files.writeString(folder.resolve(".zattrs"), "{}");
        refuses("without \"multiscales\"");
        Files.writeString(folder.resolve(".zattrs"), "{\"multiscales\": [{}]}");
        refuses("\"multiscales\" are incomplete");
        Files.writeString(
                folder.resolve(".zattrs"),
                "{\"multiscales\": [{\"datasets\": [{\"path\": \"0\"}]}]}");
        refuses("the array 0 is missing");
    }

    private void array(String rest) throws IOException {
        Files.writeString(
                folder.resolve(".zarray"),
                "{\"zarr_format\": 2, \"shape\": [3, 4], \"chunks\": [3, 4], " + rest + "}");
    }

    private void refuses(String message) {
        assertThatThrownBy(() -> VolumeFiles.open(folder))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(message);
    }
}
