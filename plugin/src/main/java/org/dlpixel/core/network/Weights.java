package org.dlpixel.core.network;

import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.archive.TensorSpec;

/**
 * Every float of a network, immutable: parameters and running statistics, one tensor after the
 * other in the order of a PyTorch state_dict.
 */
public final class Weights {

    private final List<TensorSpec> tensors;
    private final float[] values;

    /**
     * @param values kept, not copied
     */
    Weights(List<TensorSpec> tensors, float[] values) {
        this.tensors = tensors;
        this.values = values;
        if (values.length != count(tensors)) {
            throw InvalidInput.of("number of weights", values.length, "" + count(tensors));
        }
    }

    /**
     * PyTorch's default initialisation, drawn from Java's generator: the same seed gives the same
     * weights with every version of libtorch.
     */
    public static Weights random(UNetSettings settings, long seed) {
        NetworkScript script = NetworkScript.inference(settings);
        List<TensorSpec> tensors = floats(script);
        float[] values = new float[count(tensors)];
        SplittableRandom random = new SplittableRandom(seed);
        int offset = 0;
        for (TensorSpec spec : tensors) {
            script.initial(spec).fill(values, offset, spec.size(), random);
            offset += spec.size();
        }
        return new Weights(tensors, values);
    }

    /**
     * The weights of a network from its values.
     *
     * @param values one after the other as in {@link #values()}; copied
     */
    public static Weights of(UNetSettings settings, float[] values) {
        return new Weights(floats(NetworkScript.inference(settings)), values.clone());
    }

    /**
     * Weights from a state_dict, e.g. of MONAI.
     *
     * @param state values by key, C order; keys that the network has not are ignored
     * @throws InvalidInput if a key is missing or has the wrong number of values
     */
    public static Weights fromState(UNetSettings settings, Map<String, float[]> state) {
        List<TensorSpec> tensors = floats(NetworkScript.inference(settings));
        float[] values = new float[count(tensors)];
        int offset = 0;
        for (TensorSpec spec : tensors) {
            float[] part = state.get(spec.key());
            if (part == null || part.length != spec.size()) {
                throw InvalidInput.of(
                        "weights '" + spec.key() + "'",
                        part == null ? "missing" : part.length + " values",
                        spec.size() + " values, shape " + spec.shape());
            }
            System.arraycopy(part, 0, values, offset, part.length);
            offset += part.length;
        }
        return new Weights(tensors, values);
    }

    /** The tensors of such a network, in the order of a state_dict. */
    public static List<TensorSpec> tensorsOf(UNetSettings settings) {
        return floats(NetworkScript.inference(settings));
    }

    /** Values by key, C order, copied. */
    public Map<String, float[]> toState() {
        Map<String, float[]> state = new LinkedHashMap<>();
        int offset = 0;
        for (TensorSpec spec : tensors) {
            state.put(spec.key(), Arrays.copyOfRange(values, offset, offset + spec.size()));
            offset += spec.size();
        }
        return state;
    }

    /** The tensors in order. */
    public List<TensorSpec> tensors() {
        return tensors;
    }

    /** All values, not copied: not to be changed. */
    float[] raw() {
        return values;
    }

    /** All values, copied. */
    public float[] values() {
        return values.clone();
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** Raises {@link InvalidInput} unless these are the tensors of such a network. */
    void requireFit(UNetSettings settings) {
        if (!tensors.equals(floats(NetworkScript.inference(settings)))) {
            throw InvalidInput.of("weights", this, "those of " + settings);
        }
    }

    /** The same as a stream, made while it is read. */
    InputStream inferenceStream(UNetSettings settings, ScriptVariant variant) {
        return NetworkScript.inference(settings, variant).stream(List.of(values));
    }

    /**
     * The TorchScript archive of the network with these weights, see {@link
     * PixelModel#torchScript}.
     */
    byte[] inferenceArchive(UNetSettings settings, ScriptVariant variant) {
        return NetworkScript.inference(settings, variant).archive(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights that
                && tensors.equals(that.tensors)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " weights in " + tensors.size() + " tensors";
    }

    private static List<TensorSpec> floats(NetworkScript script) {
        return script.tensors().stream().filter(TensorSpec::isFloat).toList();
    }

    private static int count(List<TensorSpec> tensors) {
        return tensors.stream().mapToInt(TensorSpec::size).sum();
    }
}
