package org.dlpixel.core.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.network.archive.ScriptArchive;
import org.dlpixel.core.network.archive.ScriptMethod;
import org.dlpixel.core.network.archive.ScriptModule;
import org.dlpixel.core.network.archive.TensorSpec;

/**
 * The code of a network as a module tree, with {@code forward}, {@code loss}, {@code probabilities}
 * and {@code classes} as methods, so that each costs one call into libtorch.
 */
final class NetworkScript {

    private final ScriptModule root;
    private final List<TensorSpec> tensors;
    private final Map<String, Initial> initial;

    private NetworkScript(ScriptModule root, Map<String, Initial> initial) {
        this.root = root;
        this.tensors = root.tensors();
        this.initial = initial;
    }

    /** Without what only training needs. */
    static NetworkScript inference(UNetSettings settings) {
        return inference(settings, ScriptVariant.DEFAULT);
    }

    /** Without what only training needs. */
    static NetworkScript inference(UNetSettings settings, ScriptVariant variant) {
        NetworkBuilder builder = new NetworkBuilder(settings, variant);
        settings.architecture().build(settings, builder);
        ScriptModule root = builder.root();
        LossScript.addTo(root, settings.classes(), variant.loss());
        root.method(probabilities());
        root.method(classes());
        return new NetworkScript(root, builder.initial());
    }

    /** With the optimiser. */
    static NetworkScript training(UNetSettings settings, ScriptVariant variant) {
        NetworkScript script = inference(settings, variant);
        OptimiserScript.addTo(script.root);
        return script;
    }

    /** The network's tensors (without those of the optimiser), in the order of a state_dict. */
    List<TensorSpec> tensors() {
        return tensors;
    }

    /** How a tensor starts. */
    Initial initial(TensorSpec spec) {
        return initial.get(spec.key());
    }

    /** The archive, made while it is read. */
    InputStream stream(List<float[]> values) {
        return ScriptArchive.stream(root, values);
    }

    /** The archive in memory. */
    byte[] archive(float[] values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(values.length * Float.BYTES + 65536);
        try {
            ScriptArchive.write(root, values, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ScriptMethod probabilities() {
        ScriptMethod method = new ScriptMethod("probabilities", "x");
        String logits = method.let(ScriptMethod.self("forward", "x"));
        method.returns(method.torch("softmax", logits, 1));
        return method;
    }

    private static ScriptMethod classes() {
        ScriptMethod method = new ScriptMethod("classes", "x");
        String logits = method.let(ScriptMethod.self("forward", "x"));
        String winner = method.torch("argmax", logits, 1);
        method.returns(method.torch("to", winner, ScalarType.UINT8));
        return method;
    }
}
