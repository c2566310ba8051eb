package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.TimeStep;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiffStackTest {

    private static final TiffPage PAGE =
            new TiffPage(4, 4, 1, PixelType.UINT8, true, 8, Double.NaN, Double.NaN, 1);

    @TempDir Path folder;

    /** The files were written by tifffile and Pillow. */
    @ParameterizedTest
    @CsvSource({
        "strips_big_endian_int16, INT16, 5, 4, 3, 1",
        "deflate_predictor_uint16, UINT16, 5, 4, 3, 1",
        "deflate_tiled_uint32, UINT32, 18, 20, 2, 1",
        "tiled_float32, FLOAT32, 18, 20, 1, 1",
        "bigtiff_float64, FLOAT64, 5, 4, 3, 1",
        "deflate_int8, INT8, 5, 4, 3, 1",
        "lzw_uint8, UINT8, 5, 4, 1, 1",
        "packbits_uint8, UINT8, 5, 4, 1, 1",
        "rgb_chunky_uint8, UINT8, 5, 4, 2, 3",
        "rgb_planar_uint16, UINT16, 5, 4, 2, 3",
        "rgb_deflate_uint8, UINT8, 5, 4, 2, 3",
        "imagej_zc_uint16, UINT16, 5, 4, 3, 2",
        "shaped_zc_uint8, UINT8, 5, 4, 3, 2",
        "shaped_cz_uint8, UINT8, 5, 4, 3, 2",
        "ome_cz_uint16, UINT16, 5, 4, 3, 2",
        "shaped_planes_uint8, UINT8, 5, 4, 4, 1"
    })
    void filesOfOtherProgramsAreRead(
            String name, PixelType type, int width, int height, int slices, int channels)
            throws IOException {
        try (SliceSource stack = ImageFiles.open(Stacks.resource(name + ".tif", folder))) {
            assertThat(stack.shape()).isEqualTo(new VolumeShape(width, height, slices, channels));
            assertThat(stack.pixelType()).isEqualTo(type);
            assertThat(Stacks.isExpected(stack)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"imagej_tz_uint8", "ome_zt_uint8", "shaped_tz_deflate_uint8"})
    void timePointsOfOtherProgramsFollowEachOther(String name) throws IOException {
        try (SliceSource stack = ImageFiles.open(Stacks.resource(name + ".tif", folder))) {
            assertThat(stack.shape()).isEqualTo(new VolumeShape(5, 4, 6, 1, 2));
            assertThat(Stacks.isExpected(stack)).isTrue();
        }
    }

    @Test
    void imageJStatesTheVoxelSize() throws IOException {
        assertThat(voxelSize("imagej_zc_uint16.tif")).isEqualTo(new VoxelSize(0.5, 0.25, 5, "um"));
    }

    @Test
    void omeStatesTheVoxelSizeInUnitsOfItsOwn() throws IOException {
        VoxelSize size = voxelSize("ome_cz_uint16.tif");
        assertThat(size.unit()).isEqualTo("um");
        assertThat(size.x()).isCloseTo(0.5, within(1e-12));
        assertThat(size.y()).isEqualTo(0.25);
        assertThat(size.z()).isCloseTo(5, within(1e-12));
    }

    @Test
    void omeStatesTheTimeStep() {
        assertThat(omeTime("TimeIncrement=\"0.5\"")).isEqualTo(new TimeStep(0.5, "s"));
        assertThat(omeTime("TimeIncrement=\"40\" TimeIncrementUnit=\"\u00b5s\""))
                .isEqualTo(new TimeStep(40, "us"));
        assertThat(omeTime("")).isEqualTo(TimeStep.UNKNOWN);
        assertThat(omeTime("TimeIncrement=\"0\"")).isEqualTo(TimeStep.UNKNOWN);
    }

    private static TimeStep omeTime(String attributes) {
        String xml = "<OME><Image><Pixels SizeT=\"2\" " + attributes + "/></Image></OME>";
        return OmeDescription.parse(xml, PAGE).voxelSize().time();
    }

    @Test
    void withoutADescriptionNothingIsKnownOfTheVoxelSize() throws IOException {
        assertThat(voxelSize("lzw_uint8.tif")).isEqualTo(VoxelSize.UNKNOWN);
    }

    @Test
    void threePagesOfBytesAreAStackAndNoColour() throws IOException {
        Path file = written(new VolumeShape(5, 4, 3, 1));
        try (SliceSource stack = ImageFiles.open(file)) {
            assertThat(stack.shape()).isEqualTo(new VolumeShape(5, 4, 3, 1));
        }
    }

    @Test
    void aStackBehindASingleDirectoryIsReadAsImageJWritesItBeyondFourGigabytes()
            throws IOException {
        VolumeShape shape = new VolumeShape(5, 4, 3, 1);
        Path file = written(shape);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer tiff = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = tiff.getInt(4);
        tiff.putInt(directory + 2 + 12 * tiff.getShort(directory), 0);
        Files.write(file, bytes);
        try (SliceSource stack = ImageFiles.open(file)) {
            assertThat(stack.shape()).isEqualTo(shape);
            assertThat(Stacks.isExpected(stack)).isTrue();
        }
        Files.write(file, Arrays.copyOf(bytes, directory + 300));
        assertThatThrownBy(() -> ImageFiles.open(file))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("truncated");
    }

    @Test
    void unknownCompressionsAreNamed() throws IOException {
        Path file = written(new VolumeShape(5, 4, 1, 1));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer tiff = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int compression = tiff.getInt(4) + 2 + 3 * 12;
        assertThat(tiff.getShort(compression)).isEqualTo((short) 259);
        tiff.putShort(compression + 8, (short) 7);
        Files.write(file, bytes);
        assertThatThrownBy(() -> ImageFiles.open(file))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("JPEG (7) is not supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strips_big_endian_int16",
                "deflate_predictor_uint16",
                "deflate_tiled_uint32",
                "bigtiff_float64",
                "lzw_uint8",
                "packbits_uint8",
                "rgb_planar_uint16",
                "imagej_zc_uint16",
                "ome_cz_uint16"
            })
    void aFileCutAnywhereIsReadWholeOrRefusedByName(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Stacks.resource(name + ".tif", folder));
        Path cut = folder.resolve("cut.tif");
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(cut, Arrays.copyOf(whole, length));
            try (SliceSource stack = ImageFiles.open(cut)) {
                assertThat(Stacks.isExpected(stack)).as("cut at %s", length).isTrue();
            } catch (Unreadable e) {
                assertThat(e).hasMessageContaining(cut.toString());
            }
        }
    }

    @Test
    void whatIsNoImageIsRefusedByName() throws IOException {
        Path text = folder.resolve("text.tif");
        Files.writeString(text, "not an image");
        Path empty = Files.createFile(folder.resolve("empty.tif"));
        assertRefused(text, "no image");
        assertRefused(empty, "empty");
        assertRefused(folder, "folder");
        assertRefused(folder.resolve("missing.tif"), "does not exist");
    }

    @Test
    void anExternalEntityInOmeXmlIsNeverRead() throws IOException {
        Path outside = folder.resolve("outside.xml");
        Files.writeString(outside, "<Pixels SizeZ=\"9\"/>");
        String xml =
                "<?xml version=\"1.0\"?><!DOCTYPE OME [<!ENTITY x SYSTEM \""
                        + outside.toUri()
                        + "\">]><OME>&x;<Image><Pixels SizeZ=\"2\"/></Image></OME>";
        assertThatThrownBy(() -> OmeDescription.parse(xml, PAGE))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("\"x\" was referenced, but not declared");
    }

    @Test
    void omePlanesInOtherFilesOrOutOfOrderAreRefused() {
        String head = "<OME><Image><Pixels DimensionOrder=\"XYZCT\" SizeZ=\"2\">";
        String tail = "</Pixels></Image></OME>";
        String spread =
                "<TiffData IFD=\"0\"><UUID FileName=\"a\"/></TiffData>"
                        + "<TiffData IFD=\"1\" FirstZ=\"1\"><UUID FileName=\"b\"/></TiffData>";
        assertThatThrownBy(() -> OmeDescription.parse(head + spread + tail, PAGE))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("several files");
        String turned = "<TiffData IFD=\"0\" FirstZ=\"1\"/>";
        assertThatThrownBy(() -> OmeDescription.parse(head + turned + tail, PAGE))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("out of order");
    }

    private VoxelSize voxelSize(String name) throws IOException {
        try (SliceSource stack = ImageFiles.open(Stacks.resource(name, folder))) {
            return stack.voxelSize();
        }
    }

    private Path written(VolumeShape shape) {
        Path file = folder.resolve("written.tif");
        try (TiffWriter out = TiffWriter.create(file, shape, PixelType.UINT8, VoxelSize.UNKNOWN)) {
            for (int z = 0; z < shape.slices(); z++) {
                byte[] slice = new byte[shape.plane()];
                for (int i = 0; i < slice.length; i++) {
                    int y = i / shape.width();
                    slice[i] = (byte) Stacks.expected(z, 0, y, i % shape.width());
                }
                out.write(z, slice);
            }
        }
        return file;
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> ImageFiles.open(file))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }
}
