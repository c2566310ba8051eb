package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.TimeStep;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.StackTarget.Intensities;
import org.dlpixel.core.io.StackTarget.Named;
import org.dlpixel.core.io.zarr.ZarrGroup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OmeZarrWriterTest {

    @Nested
    class Version04 extends Contract {
        @Override
        StackFormat format() {
            return StackFormat.OME_ZARR_0_4;
        }

        @Override
        String chunks() {
            return "";
        }
    }

    @Nested
    class Version05 extends Contract {
        @Override
        StackFormat format() {
            return StackFormat.OME_ZARR_0_5;
        }

        @Override
        String chunks() {
            return "c/";
        }
    }

    abstract static class Contract extends StackWriterContract {

        /** Where an array keeps its chunks. */
        abstract String chunks();

        private Path chunk(Path root, int slice) {
            return root.resolve("labels/segmentation/0/" + chunks() + slice + "/0/0");
        }

        @Override
        Path fillDisk(Path unfinished, int slice) throws IOException {
            Path chunk = chunk(unfinished, slice);
            Files.createDirectories(chunk.getParent());
            return Files.createSymbolicLink(chunk, Path.of("/dev/full"));
        }

        @Override
        Path fileOfSlice(Path unfinished, int slice) {
            return chunk(unfinished, slice);
        }

        @Test
        void labelsAreALabelImageAndAnImage() throws IOException {
            try (StackWriter out = format().open(labels(), "")) {
                for (int z = 0; z < 4; z++) {
                    out.write(z, slice(z));
                }
                out.complete();
            }
            Path segmentation = path().resolve("labels/segmentation");
            try (SliceSource image = VolumeFiles.open(path());
                    SliceSource label = VolumeFiles.open(segmentation);
                    SliceSource array = VolumeFiles.open(segmentation.resolve("0"))) {
                assertThat(label.voxelSize()).isEqualTo(VOXEL);
                assertThat(label.slice(3).pixels()).isEqualTo(image.slice(3).pixels());
                assertThat(array.slice(3).pixels()).isEqualTo(image.slice(3).pixels());
            }
            JsonObject label = OmeMultiscale.ome(ZarrGroup.attributes(segmentation));
            assertThat(label.getAsJsonObject("image-label").get("properties").toString())
                    .isEqualTo(
                            "[{\"label-value\":0,\"class\":\"background\"},"
                                    + "{\"label-value\":1,\"class\":\"cell\"}]");
            assertThat(label.getAsJsonObject("image-label").get("colors").toString())
                    .contains("{\"label-value\":1,\"rgba\":[255,128,0,255]}");
        }

        @Test
        void aWideSliceHasSmallerCopiesInPlace() throws IOException {
            VolumeShape shape = new VolumeShape(1100, 3, 2, 2);
            List<Named> channels = List.of(new Named(0, "a", 0xff0000), new Named(1, "b", 0xff));
            StackTarget target =
                    new StackTarget(
                            path(), shape, PixelType.FLOAT32, VOXEL, new Intensities(channels));
            float[] values = new float[shape.plane() * 2];
            for (int i = 0; i < values.length; i++) {
                values[i] = i % 1100;
            }
            try (StackWriter out = format().open(target, "")) {
                out.write(0, values);
                out.write(1, values);
                out.complete();
            }
            try (SliceSource full = VolumeFiles.open(path())) {
                assertThat(full.slice(1).pixels()).isEqualTo(values);
            }
            if (format() == StackFormat.OME_ZARR_0_5) { // format 2 does not name axes in arrays
                try (SliceSource half = VolumeFiles.open(path().resolve("1"));
                        SliceSource quarter = VolumeFiles.open(path().resolve("2"))) {
                    assertThat(half.shape()).isEqualTo(new VolumeShape(550, 2, 2, 2));
                    assertThat(quarter.shape()).isEqualTo(new VolumeShape(275, 1, 2, 2));
                    assertThat(half.slice(1).at(7, 1, 1)).isEqualTo(14.5f);
                    assertThat(quarter.slice(0).at(274, 0, 0)).isCloseTo(1097.5f, within(1e-4f));
                }
            }
            String multiscales =
                    OmeMultiscale.ome(ZarrGroup.attributes(path())).get("multiscales").toString();
            assertThat(multiscales)
                    .contains("{\"type\":\"scale\",\"scale\":[1.0,2.0,2.0,1.0]}")
                    .contains("{\"type\":\"translation\",\"translation\":[0.0,0.0,0.75,0.375]}");
        }

        @Test
        void everyLevelOfAPartOfAStackLiesWhereItsFirstSliceLies() throws IOException {
            VolumeShape shape = new VolumeShape(1100, 3, 4, 1, 2);
            StackTarget part = StackTarget.labels(path(), shape, VOXEL, List.of()).startingAt(7.5);
            try (StackWriter out = format().open(part, "")) {
                for (int s = 0; s < shape.slices(); s++) {
                    out.write(s, new byte[shape.plane()]);
                }
                out.complete();
            }
            Path segmentation = path().resolve("labels/segmentation");
            for (Path image : List.of(path(), segmentation)) {
                try (SliceSource read = VolumeFiles.open(image)) {
                    assertThat(read.voxelSize()).isEqualTo(VOXEL);
                }
                assertThat(transformations(image))
                        .containsExactly(
                                scaleAndTranslation("1.0,2.0,0.5,0.25", "0.0,7.5,0.0,0.0"),
                                scaleAndTranslation("1.0,2.0,1.0,0.5", "0.0,7.5,0.25,0.125"),
                                scaleAndTranslation("1.0,2.0,2.0,1.0", "0.0,7.5,0.75,0.375"));
            }
        }

        @Test
        void theTimeStepIsTheScaleOfItsAxis() throws IOException {
            VolumeShape shape = new VolumeShape(7, 5, 2, 1, 2);
            VoxelSize voxel = VOXEL.withTime(new TimeStep(30, "s"));
            try (StackWriter out =
                    format().open(StackTarget.labels(path(), shape, voxel, List.of()), "")) {
                out.write(0, slice(0));
                out.write(1, slice(1));
                out.complete();
            }
            assertThat(transformations(path()))
                    .containsExactly("[{\"type\":\"scale\",\"scale\":[30.0,2.0,0.5,0.25]}]");
            assertThat(ZarrGroup.attributes(path()).toString())
                    .contains("{\"name\":\"t\",\"type\":\"time\",\"unit\":\"second\"}");
        }

        /** Of all levels. */
        private static List<String> transformations(Path image) throws IOException {
            List<String> all = new ArrayList<>();
            OmeMultiscale.ome(ZarrGroup.attributes(image))
                    .getAsJsonArray("multiscales")
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonArray("datasets")
                    .forEach(
                            level ->
                                    all.add(
                                            level.getAsJsonObject()
                                                    .get("coordinateTransformations")
                                                    .toString()));
            return all;
        }

        private static String scaleAndTranslation(String scale, String translation) {
            return "[{\"type\":\"scale\",\"scale\":["
                    + scale
                    + "]},{\"type\":\"translation\",\"translation\":["
                    + translation
                    + "]}]";
        }

        @Test
        void filesAreThoseThatPythonRead() throws IOException {
            WrittenSamples.write(folder, format());
            Map<String, byte[]> expected = new TreeMap<>();
            String name = "zarr_written_" + format() + ".zip";
            try (InputStream file = OmeZarrWriterTest.class.getResourceAsStream(name);
                    ZipInputStream zip = new ZipInputStream(file)) {
                for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                    expected.put(e.getName(), zip.readAllBytes());
                }
            }
            assertThat(expected).hasSizeGreaterThan(30);
            assertSame(tree(folder), expected);
        }

        @Test
        void aFolderThatIsNoZarrIsNotReplaced() throws IOException {
            Files.createDirectory(path());
            Files.writeString(path().resolve("mine.txt"), "x");
            assertThatThrownBy(() -> format().open(labels(), ""))
                    .isInstanceOf(NotWritable.class)
                    .hasMessageContaining("a folder of that name exists that is no Zarr");
            assertThat(path().resolve("mine.txt")).hasContent("x");
        }
    }
}
