package org.dlpixel.core.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
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
        addMethods(root, settings, variant);
        return new NetworkScript(root, builder.initial());
    }

    /** What is made of the scores that {@code forward} gives. */
    private static void addMethods(
            ScriptModule root, UNetSettings settings, ScriptVariant variant) {
        addMethods(root, settings, variant, classes(settings.classes()));
    }

    /**
     * What is made of the scores that {@code forward} gives.
     *
     * @param classes the method of that name
     */
    static void addMethods(
            ScriptModule root, UNetSettings settings, ScriptVariant variant, ScriptMethod classes) {
        LossScript.addTo(root, settings.classes(), variant.loss());
        root.method(probabilities());
        root.method(classes);
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

    /** The most probable class of every pixel. */
    static ScriptMethod classes(int count) {
        ScriptMethod method = new ScriptMethod("classes", "x");
        String logits = method.let(ScriptMethod.self("forward", "x"));
        method.returns(winner(method, count, c -> method.torch("select", logits, 1, c)));
        return method;
    }

    /**
     * The index of the largest score, the first of equals. Comparisons class by class read the
     * scores once and make no large integers; masks that become numbers and are multiplied cost far
     * less than filling by masks.
     *
     * @param scores makes a variable with the scores of a class
     */
    static String winner(ScriptMethod method, int count, IntFunction<String> scores) {
        String best = scores.apply(0);
        String winner = method.torch("zeros_like", best, "dtype=" + ScalarType.UINT8);
        for (int c = 1; c < count; c++) {
            String score = scores.apply(c);
            String better = method.torch("gt", score, best);
            String number = method.torch("to", better, ScalarType.UINT8, false, false);
            winner = c == 1 ? number : maximum(method, winner, method.torch("mul", number, c));
            best = c + 1 < count ? maximum(method, best, score) : best;
        }
        return winner;
    }

    private static String maximum(ScriptMethod method, String a, String b) {
        return method.torch("maximum", a, b);
    }
}
