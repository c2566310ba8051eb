package org.dlpixel.core.network;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.archive.TensorSpec;

/**
 * All that a {@link TrainableNetwork} needs to go on as if it had never stopped, immutable: the
 * weights, both moments of the optimiser and the average of the weights. Dropout needs nothing: its
 * numbers follow from seed and step.
 *
 * <p>The file: 8 bytes "DLPTRAIN", then little-endian: version (int, 1), checksum of the tensors'
 * names and shapes (int), number of values (int), the values (float), checksum of the values (int).
 * Checksums are CRC-32.
 */
public final class TrainingState {

    private final Weights weights;
    private final float[] first;
    private final float[] second;
    private final Weights average;

    /**
     * @param first moment of every trained value, in the order of the weights; kept, not copied
     * @param second likewise
     */
    TrainingState(Weights weights, float[] first, float[] second, Weights average) {
        this.weights = weights;
        this.first = first;
        this.second = second;
        this.average = average;
        int trained = trained(weights.tensors());
        if (first.length != trained || second.length != trained) {
            throw InvalidInput.of("number of moments", first.length, "" + trained);
        }
    }

    /** The state before the first step: the average is the weights, the moments are 0. */
    public static TrainingState start(Weights weights) {
        float[] none = new float[trained(weights.tensors())];
        return new TrainingState(weights, none, none, weights);
    }

    private static int trained(List<TensorSpec> tensors) {
        return tensors.stream().filter(TensorSpec::isParameter).mapToInt(TensorSpec::size).sum();
    }

    /** The weights. */
    public Weights weights() {
        return weights;
    }

    /** The moving average of the weights. */
    public Weights average() {
        return average;
    }

    /** The archive that is trained. */
    InputStream stream(UNetSettings settings, ScriptVariant variant) {
        requireFit(settings);
        return NetworkScript.training(settings, variant).stream(parts());
    }

    /** In the order of the archive and of the file. */
    private List<float[]> parts() {
        return List.of(weights.raw(), first, second, average.raw());
    }

    private void requireFit(UNetSettings settings) {
        if (!weights.tensors().equals(Weights.tensorsOf(settings))) {
            throw InvalidInput.of("training state", this, "one of " + settings);
        }
    }

    /**
     * Writes the file. It appears, or replaces another, only when it is complete.
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

    /** Writes the file's bytes; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        StateFile.write(weights.tensors(), parts(), out);
    }

    /**
     * Reads a file.
     *
     * @param settings of the network that was trained
     * @throws Unreadable if it is missing, damaged, of a newer format or of another network
     */
    public static TrainingState read(Path file, UNetSettings settings) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, settings);
        } catch (Unreadable e) {
            throw new Unreadable("Training state " + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Unreadable("The training state cannot be read from " + file + ": " + e, e);
        }
    }

    /** Reads a file's bytes; the stream stays open. See {@link #read(Path, UNetSettings)}. */
    public static TrainingState read(InputStream in, UNetSettings settings) throws IOException {
        List<TensorSpec> tensors = Weights.tensorsOf(settings);
        int all = tensors.stream().mapToInt(TensorSpec::size).sum();
        int trained = trained(tensors);
        List<float[]> parts = StateFile.read(tensors, List.of(all, trained, trained, all), in);
        return new TrainingState(
                new Weights(tensors, parts.get(0)),
                parts.get(1),
                parts.get(2),
                new Weights(tensors, parts.get(3)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainingState that
                && weights.equals(that.weights)
                && Arrays.equals(first, that.first)
                && Arrays.equals(second, that.second)
                && average.equals(that.average);
    }

    @Override
    public int hashCode() {
        return Objects.hash(weights, average);
    }

    @Override
    public String toString() {
        return weights.toString();
    }
}
