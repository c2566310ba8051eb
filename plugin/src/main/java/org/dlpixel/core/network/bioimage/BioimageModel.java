package org.dlpixel.core.network.bioimage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.ModelInfo;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.SliceModel;
import org.dlpixel.core.network.TorchEngine;

/**
 * Models as bioimage.io packages.
 *
 * <pre>
 * BioimageModel.write(model, description, Path.of("nuclei.zip"));
 * PixelModel same = BioimageModel.read(Path.of("nuclei.zip"));
 * </pre>
 */
public final class BioimageModel {

    private BioimageModel() {}

    /**
     * Writes a package. The file appears, or replaces another, only when it is complete. Without a
     * time in the description, equal models give equal bytes on one machine.
     *
     * @throws NotWritable if that fails
     */
    public static void write(PixelModel model, PackageDescription description, Path file) {
        Map<String, byte[]> files = files(model, description);
        AtomicFile.write(
                file,
                temporary -> {
                    try (OutputStream out =
                            new BufferedOutputStream(Files.newOutputStream(temporary))) {
                        PackageFile.write(files, out);
                    }
                });
    }

    private static Map<String, byte[]> files(PixelModel model, PackageDescription description) {
        TestTensors test = TestTensors.of(model, Tensors.minimum(model.metadata()));
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put(
                Rdf.Files.DOCUMENTATION,
                Documentation.of(description, model.metadata()).getBytes(StandardCharsets.UTF_8));
        content.put(
                Rdf.Files.TEST_INPUT,
                Npy.write(test.input(), 1, test.channels(), test.size(), test.size()));
        content.put(
                Rdf.Files.TEST_OUTPUT,
                Npy.write(test.output(), 1, test.classes(), test.size(), test.size()));
        content.put(Rdf.Files.TORCH_SCRIPT, model.torchScript());
        content.put(Rdf.Files.STATE_DICT, Safetensors.write(model.weights()));
        Map<String, String> hashes = new LinkedHashMap<>();
        content.forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
        Rdf rdf = new Rdf(description, model.metadata(), TorchEngine.version(), hashes);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                Rdf.Files.DESCRIPTION, Yaml.write(rdf.document()).getBytes(StandardCharsets.UTF_8));
        files.putAll(content);
        return files;
    }

    /**
     * Reads a package that {@link #write} wrote; the model is exactly the one that was written.
     *
     * @throws Unreadable if it is missing, damaged, of a newer format, or made by another program,
     *     with the reason
     */
    public static PixelModel read(Path file) {
        if (readAny(file) instanceof PixelModel model) {
            return model;
        }
        throw new Unreadable(
                "Model package "
                        + file
                        + ": another program made it. It can segment, but it is no U-Net that could"
                        + " be trained further or taken apart.");
    }

    /**
     * Reads a package that {@link #write} or another program wrote.
     *
     * @throws Unreadable if it is missing, damaged, of a newer format, or if parts of it are not
     *     supported, with the reason
     */
    public static SliceModel readAny(Path file) {
        return read(file, PackageContent::model);
    }

    /** What {@link #readAny} gives, without the weights; they are not looked at. */
    public static ModelInfo readInfo(Path file) {
        return read(file, PackageContent::info);
    }

    private interface Part<T> {
        T of(PackageContent content) throws IOException;
    }

    private static <T> T read(Path file, Part<T> part) {
        if (!Files.isRegularFile(file)) {
            throw new Unreadable("Model package " + file + ": there is no such file.");
        }
        try (PackageFile zip = PackageFile.open(file)) {
            return part.of(PackageContent.of(zip));
        } catch (Unreadable e) {
            throw new Unreadable("Model package " + file + ": " + e.getMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable(
                    "Model package " + file + ": it is no zip or damaged: " + e.getMessage(), e);
        }
    }
}
