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

    private final List<TensorSpec> tensors;

    /** Weights, first moments, second moments, average: the order of the training archive. */
    private final float[] values;

    private TrainingState(List<TensorSpec> tensors, float[] values) {
        this.tensors = tensors;
        this.values = values;
        int expected = size(tensors);
        if (values.length != expected) {
            throw InvalidInput.of("size of a training state", values.length, "" + expected);
        }
    }

    /** The state before the first step: the average is the weights, the moments are 0. */
    public static TrainingState start(Weights weights) {
        float[] values = Arrays.copyOf(weights.values(), size(weights.tensors()));
        System.arraycopy(values, 0, values, values.length - weights.size(), weights.size());
        return new TrainingState(weights.tensors(), values);
    }

    /**
     * @param values as the training archive orders them; kept, not copied
     */
    static TrainingState of(UNetSettings settings, float[] values) {
        return new TrainingState(Weights.tensorsOf(settings), values);
    }

    private static int size(List<TensorSpec> tensors) {
        int all = tensors.stream().mapToInt(TensorSpec::size).sum();
        int trained =
                tensors.stream().filter(TensorSpec::isParameter).mapToInt(TensorSpec::size).sum();
        return Math.addExact(Math.multiplyExact(2, all), Math.multiplyExact(2, trained));
    }

    /** The weights. */
    public Weights weights() {
        return new Weights(tensors, Arrays.copyOf(values, count()));
    }

    /** The moving average of the weights. */
    public Weights average() {
        int from = values.length - count();
        return new Weights(tensors, Arrays.copyOfRange(values, from, values.length));
    }

    private int count() {
        return tensors.stream().mapToInt(TensorSpec::size).sum();
    }

    /** The archive that is trained. */
    byte[] archive(UNetSettings settings, ScriptVariant variant) {
        requireFit(settings);
        return NetworkScript.training(settings, variant).archive(values);
    }

    private void requireFit(UNetSettings settings) {
        if (!tensors.equals(Weights.tensorsOf(settings))) {
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
        StateFile.write(tensors, values, out);
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
        return new TrainingState(tensors, StateFile.read(tensors, size(tensors), in));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainingState that
                && tensors.equals(that.tensors)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " values of " + tensors.size() + " tensors";
    }
}
