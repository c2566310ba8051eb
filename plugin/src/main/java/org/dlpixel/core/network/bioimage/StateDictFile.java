package org.dlpixel.core.network.bioimage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.network.archive.TensorSpec;

/**
 * Weights that were trained elsewhere: a safetensors file under the names of MONAI's state_dict, of
 * {@code UNet} or {@code BasicUNet}. Which network it is follows from the shapes; names may have a
 * prefix. {@link BioimageModel#write} puts such a file into every package.
 *
 * <pre>
 * safetensors.torch.save_file(net.state_dict(), "weights.safetensors")  # Python
 * </pre>
 */
public final class StateDictFile {

    /** Ending of such files. */
    public static final String ENDING = ".safetensors";

    private static final long MAX_BYTES = 1 << 30;

    private final Path file;

    public StateDictFile(Path file) {
        this.file = file;
    }

    /**
     * The network; weights are not looked at.
     *
     * @throws Unreadable if the file is missing, damaged, or of no known network, with the reason
     */
    public UNetSettings settings() {
        return reading(() -> new StateDictShapes(Safetensors.shapes(header())).settings());
    }

    /**
     * The network with its weights.
     *
     * @param classNames background first; none for numbered ones
     * @param normalization what the network was trained with
     * @throws Unreadable as {@link #settings}
     * @throws InvalidInput if there are not as many names as classes
     */
    public PixelModel read(List<String> classNames, Normalization normalization) {
        UNetSettings network = settings();
        ClassList classes =
                classNames.isEmpty()
                        ? ClassList.numbered(network.classes())
                        : new ClassList(classNames);
        return reading(() -> model(network, classes, normalization));
    }

    private PixelModel model(UNetSettings network, ClassList classes, Normalization normalization)
            throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new Unreadable("Illegal size: more than " + MAX_BYTES + " bytes.");
        }
        byte[] bytes = Files.readAllBytes(file);
        ModelMetadata metadata =
                new ModelMetadata(
                        network,
                        classes,
                        normalization,
                        ModelMetadata.UNKNOWN_PATCH_SIZE,
                        0,
                        Map.of(),
                        Map.of("weights", file.getFileName() + ", SHA-256 " + Sha256.of(bytes)));
        return new PixelModel(metadata, weights(network, bytes));
    }

    private static Weights weights(UNetSettings network, byte[] bytes) {
        String prefix = new StateDictShapes(Safetensors.shapes(bytes)).prefix();
        List<TensorSpec> expected =
                Weights.tensorsOf(network).stream()
                        .map(spec -> new TensorSpec(prefix + spec.key(), spec.shape(), spec.role()))
                        .toList();
        Map<String, float[]> state = new HashMap<>();
        Safetensors.read(bytes, expected)
                .forEach((name, values) -> state.put(name.substring(prefix.length()), values));
        return Weights.fromState(network, state);
    }

    private byte[] header() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] length = in.readNBytes(Long.BYTES);
            if (length.length < Long.BYTES) {
                return length;
            }
            long count = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
            byte[] text =
                    in.readNBytes((int) Math.max(0, Math.min(count, Safetensors.MAX_HEADER_BYTES)));
            return ByteBuffer.allocate(Long.BYTES + text.length).put(length).put(text).array();
        }
    }

    private interface Part<T> {
        T get() throws IOException;
    }

    private <T> T reading(Part<T> part) {
        if (!Files.isRegularFile(file)) {
            throw new Unreadable("Weights " + file + ": there is no such file.");
        }
        try {
            return part.get();
        } catch (Unreadable e) {
            throw new Unreadable("Weights " + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Unreadable("Weights " + file + " cannot be read: " + e, e);
        }
    }
}
