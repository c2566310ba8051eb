package org.dlpixel.core.network;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.network.archive.ScriptMethod;
import org.dlpixel.core.network.archive.ScriptModule;
import org.dlpixel.core.network.archive.TensorSpec;
import org.dlpixel.core.network.archive.TensorSpec.Role;

/**
 * One whole training step as a TorchScript method: loss, gradients, clipping, AdamW, moving
 * average.
 *
 * <p>{@code step(x, y, h)} returns (loss, norm of the gradient before clipping); h are the numbers
 * of {@link StepSettings#numbers}. {@code soft_step(x, y, q, u, h)} adds the loss of {@link
 * SoftTargets}. With g the gradient of all parameters together, in one flat tensor, and m, v the
 * buffers {@code optimiser.first} and {@code optimiser.second}:
 *
 * <pre>
 * g = g * min(1, limit / (|g| + 1e-6))         clipping, Pascanu et al. 2013
 * m = m + (1 - b1) (g - m)
 * v = b2 v + (1 - b2) g^2
 * w = w * keep                                 only tensors of two or more axes, no biases or scales
 * w = w - rate * m / (sqrt(v) + epsilon)       AdamW, Loshchilov and Hutter 2019
 * a = a + follow (w - a)                       average of weights and running statistics
 * </pre>
 *
 * <p>{@code optimiser.average} holds a, one value per float of the network. Only operations on
 * single tensors may write: TorchScript takes writes through a list of tensors for dead code.
 */
final class OptimiserScript {

    private static final double NORM_EPSILON = 1e-6;

    private final List<TensorSpec> specs = new ArrayList<>();
    private final List<String> tensors = new ArrayList<>();
    private final String first;
    private final String second;
    private final String average;

    private OptimiserScript(ScriptModule root) {
        List<TensorSpec> all = root.tensors();
        List<String> expressions = root.tensorExpressions();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isFloat()) {
                specs.add(all.get(i));
                tensors.add(expressions.get(i));
            }
        }
        int trained =
                specs.stream().filter(TensorSpec::isParameter).mapToInt(TensorSpec::size).sum();
        int floats = specs.stream().mapToInt(TensorSpec::size).sum();
        ScriptModule state = root.child("optimiser");
        first = state.tensor("first", Role.BUFFER, trained);
        second = state.tensor("second", Role.BUFFER, trained);
        average = state.tensor("average", Role.BUFFER, floats);
    }

    /**
     * Adds the state and the methods {@code step}, {@code soft_step}, {@code weights}, {@code
     * first}, {@code second} and {@code average}.
     */
    static void addTo(ScriptModule root) {
        OptimiserScript script = new OptimiserScript(root);
        root.method(SoftLossScript.method());
        root.method(script.step());
        root.method(script.softStep());
        root.method(script.weightsMethod());
        root.method(getter("first", script.first));
        root.method(getter("second", script.second));
        root.method(getter("average", script.average));
    }

    private ScriptMethod step() {
        ScriptMethod method = new ScriptMethod("step", "x", "y", "h");
        return finish(method, method.let(ScriptMethod.self("loss", "x", "y")));
    }

    private ScriptMethod softStep() {
        ScriptMethod method = new ScriptMethod("soft_step", "x", "y", "q", "u", "h");
        String logits = method.let(ScriptMethod.self("forward", "x"));
        String labelled = method.let(ScriptMethod.self(LossScript.LABELLED, logits, "y"));
        String soft = method.let(ScriptMethod.self(SoftLossScript.NAME, logits, "q", "u"));
        String factor = StepNumber.SOFT_FACTOR.in(method);
        return finish(method, method.torch("add", labelled, method.torch("mul", soft, factor)));
    }

    private ScriptMethod finish(ScriptMethod method, String loss) {
        String gradient = gradient(method, loss);
        String norm = clip(method, gradient);
        String denominator = moments(method, gradient);
        update(method, denominator);
        String seen = method.torch("detach", loss);
        method.returns(method.torch("stack", "[" + seen + ", " + norm + "]"));
        return method;
    }

    /** The gradient of the loss with respect to all parameters, flat. */
    private String gradient(ScriptMethod method, String loss) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i).isParameter()) {
                parameters.add(tensors.get(i));
            }
        }
        String list = ScriptMethod.list(parameters);
        String none = "None";
        String found = method.torch("grad", "[" + loss + "]", list, none, none, false, false);
        List<String> flat = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String part = method.let("unchecked_cast(Tensor, " + found + "[" + i + "])");
            flat.add(method.torch("reshape", part, "[-1]"));
        }
        return method.torch("cat", ScriptMethod.list(flat));
    }

    private static String clip(ScriptMethod method, String gradient) {
        String norm = method.torch("norm", gradient);
        String limit = StepNumber.LIMIT.in(method);
        String inverse = method.torch("reciprocal", method.torch("add", norm, NORM_EPSILON));
        String scale = method.torch("clamp", method.torch("mul", inverse, limit), "None", 1);
        method.torch("mul_", gradient, scale);
        return norm;
    }

    private String moments(ScriptMethod method, String gradient) {
        method.torch("lerp_", first, gradient, 1 - StepSettings.BETA1);
        method.torch("mul_", second, StepSettings.BETA2);
        String value = "value=" + (1 - StepSettings.BETA2);
        method.torch("addcmul_", second, gradient, gradient, value);
        String root = method.torch("sqrt", second);
        return method.torch("add_", root, StepNumber.EPSILON.in(method));
    }

    private void update(ScriptMethod method, String denominator) {
        String rate = StepNumber.MINUS_RATE.in(method);
        String keep = StepNumber.KEEP.in(method);
        String follow = StepNumber.FOLLOW.in(method);
        int trained = 0;
        int all = 0;
        for (int i = 0; i < specs.size(); i++) {
            TensorSpec spec = specs.get(i);
            String weight = method.torch("detach", tensors.get(i));
            if (spec.isParameter()) {
                if (spec.shape().size() > 1) {
                    method.torch("mul_", weight, keep);
                }
                String mean = part(method, first, trained, spec, weight);
                String spread = part(method, denominator, trained, spec, weight);
                method.torch("addcdiv_", weight, mean, spread, "value=" + rate);
                trained += spec.size();
            }
            method.torch("lerp_", part(method, average, all, spec, weight), weight, follow);
            all += spec.size();
        }
    }

    /** A part of a flat tensor in the shape of another, sharing memory. */
    private static String part(
            ScriptMethod method, String flat, int offset, TensorSpec spec, String like) {
        String range = method.torch("narrow", flat, 0, offset, spec.size());
        return method.torch("view_as", range, like);
    }

    /** {@code weights(x)}: all floats of the network, flat; the argument is ignored. */
    private ScriptMethod weightsMethod() {
        ScriptMethod method = new ScriptMethod("weights", "x");
        List<String> flat = tensors.stream().map(t -> method.torch("reshape", t, "[-1]")).toList();
        method.returns(method.torch("cat", ScriptMethod.list(flat)));
        return method;
    }

    /** {@code name(x)}: a tensor; the argument is ignored. */
    private static ScriptMethod getter(String name, String tensor) {
        ScriptMethod method = new ScriptMethod(name, "x");
        method.returns(tensor);
        return method;
    }
}
