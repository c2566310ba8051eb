package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelModelTest {

    private static final UNetSettings SMALL =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(2).withClasses(3);

    @TempDir private Path folder;

    private static PixelModel model() {
        ModelMetadata metadata =
                new ModelMetadata(
                        SMALL,
                        ClassList.numbered(3),
                        Normalization.fixed(new IntensityRange(10, 20.5)),
                        64,
                        Long.MAX_VALUE,
                        Map.of("epochs", "3"),
                        Map.of("engine", "libtorch"));
        return new PixelModel(metadata, Weights.random(SMALL, 1));
    }

    @Test
    void aModelIsReadAsItWasWritten() {
        model().write(folder.resolve("a.model"));
        assertThat(PixelModel.read(folder.resolve("a.model"))).isEqualTo(model());
        assertThat(folder).isDirectoryContaining("glob:**a.model");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void equalModelsGiveEqualBytes() throws IOException {
        assertThat(bytes(model())).isEqualTo(bytes(model()));
    }

    @Test
    void aFileFromBeforeTheChoiceOfNormIsRead() throws IOException {
        byte[] old = edited(",\n    \"norm\": \"BATCH\"", "");
        assertThat(PixelModel.read(new ByteArrayInputStream(old))).isEqualTo(model());
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        byte[] newer = edited("\"formatVersion\": 2", "\"formatVersion\": 3");
        assertUnreadable(newer, "Illegal format version: 3, must be 2");
    }

    @Test
    void senselessMetadataAreRefused() throws IOException {
        assertUnreadable(edited("\"depth\": 2", "\"depth\": 99"), "Illegal depth: 99");
        assertUnreadable(edited("\"network\"", "\"net\""), "cannot be understood");
        assertUnreadable(edited("{", "?"), "cannot be understood");
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() throws IOException {
        assertUnreadable(edited("\"baseFeatures\": 2", "\"baseFeatures\": 3"), "wrong size");
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        byte[] whole = bytes(model());
        Path file = folder.resolve("cut");
        for (int length : new int[] {0, 30, whole.length / 4}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> PixelModel.read(file))
                    .isInstanceOf(Unreadable.class)
                    .hasMessageContaining("cut");
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> PixelModel.read(folder.resolve("nowhere")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> model().write(folder.resolve("file/a.model")))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining(folder.resolve("file").toString());
    }

    @Test
    void classNamesMustMatchTheNetwork() {
        ModelMetadata m = model().metadata();
        assertThatThrownBy(
                        () ->
                                new ModelMetadata(
                                        SMALL,
                                        ClassList.numbered(2),
                                        m.normalization(),
                                        64,
                                        1,
                                        Map.of(),
                                        Map.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("class names: 2");
    }

    private static byte[] bytes(PixelModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    private static void assertUnreadable(byte[] file, String message) {
        assertThatThrownBy(() -> PixelModel.read(new ByteArrayInputStream(file)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(message);
    }

    /** A model file whose metadata are changed in one place. */
    private static byte[] edited(String what, String by) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes(model())));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] data = in.readAllBytes();
                if (entry.getName().equals("metadata.json")) {
                    String text = new String(data, StandardCharsets.UTF_8);
                    assertThat(text).contains(what);
                    data = text.replace(what, by).getBytes(StandardCharsets.UTF_8);
                }
                zip.write(data);
            }
        }
        return out.toByteArray();
    }
}
