package org.dlpixel.core.network;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/**
 * A trained network with everything that prediction needs; immutable. See {@link ModelFile} for the
 * file.
 *
 * @param metadata what the weights mean
 * @param weights of the network that the metadata describe
 */
public record PixelModel(ModelMetadata metadata, Weights weights) {

    public PixelModel {
        weights.requireFit(metadata.network());
    }

    /** Loads the network into libtorch, using the given number of threads per operation. */
    public Network open(int threads) {
        return Network.open(metadata.network(), weights, threads);
    }

    /**
     * The TorchScript archive of the network: {@code forward} takes (N, C, H, W) images, normalised
     * to 0..1, and gives class scores before the softmax.
     */
    public byte[] torchScript() {
        return weights.inferenceArchive(metadata.network());
    }

    /**
     * Writes the model file. It appears, or replaces another, only when it is complete.
     *
     * @throws NotWritable if that fails
     */
    public void write(Path file) {
        AtomicFile.write(
                file,
                temporary -> {
                    try (OutputStream out =
                            new BufferedOutputStream(Files.newOutputStream(temporary))) {
                        write(out);
                    }
                });
    }

    /** Writes the model file's bytes; the stream stays open. Equal models give equal bytes. */
    public void write(OutputStream out) throws IOException {
        ModelFile.write(this, out);
    }

    /**
     * Reads a model file.
     *
     * @throws Unreadable if it is missing, damaged or of a newer format
     */
    public static PixelModel read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in);
        } catch (Unreadable e) {
            throw new Unreadable("Model " + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Unreadable("The model cannot be read from " + file + ": " + e, e);
        }
    }

    /** Reads a model file's bytes; the stream stays open. See {@link #read(Path)}. */
    public static PixelModel read(InputStream in) throws IOException {
        return ModelFile.read(in);
    }
}
