package org.dlpixel.core.network;

import org.dlpixel.core.network.archive.ScriptMethod;
import org.dlpixel.core.network.archive.ScriptModule;

/**
 * The methods {@code loss(x, y)} and {@code labelled_loss(z, y)}: float images x, or their logits
 * z, and whole-number labels to a scalar, see {@link Loss}.
 */
final class LossScript {

    static final double SMOOTHING = 1e-5;
    static final double TINY = 1e-12;

    /** The method that takes logits. */
    static final String LABELLED = "labelled_loss";

    private static final int REDUCTION_SUM = 2;
    private static final String ALL_BUT_CLASS = "[0, 2, 3]";

    private final String logits = "z";
    private final ScriptMethod method = new ScriptMethod(LABELLED, logits, "y");
    private final LossSettings settings;
    private final int classes;
    private final String labels;
    private final String known;

    /** The weights as a tensor, or "None". */
    private final String weights;

    private LossScript(int classes, LossSettings settings) {
        settings.requireClasses(classes);
        this.classes = classes;
        this.settings = settings;
        labels = method.torch("to", "y", ScalarType.INT64);
        known = method.torch("to", method.torch("ge", labels, 0), ScalarType.FLOAT32);
        weights = weights();
    }

    /** Adds both methods to a module that has {@code forward}. */
    static void addTo(ScriptModule root, int classes, LossSettings settings) {
        LossScript script = new LossScript(classes, settings);
        script.method.returns(script.loss());
        root.method(script.method);
        ScriptMethod whole = new ScriptMethod("loss", "x", "y");
        String logits = whole.let(ScriptMethod.self("forward", "x"));
        whole.returns(ScriptMethod.self(LABELLED, logits, "y"));
        root.method(whole);
    }

    private String loss() {
        return switch (settings.loss()) {
            case CROSS_ENTROPY -> crossEntropy();
            case DICE -> dice();
            case CROSS_ENTROPY_AND_DICE -> method.torch("add", crossEntropy(), dice());
            case FOCAL -> focal();
        };
    }

    private boolean isWeighted() {
        return !settings.classWeights().isEmpty();
    }

    private String weights() {
        if (!isWeighted()) {
            return "None";
        }
        String list = ScriptMethod.list(settings.classWeights());
        String type = "dtype=" + ScalarType.FLOAT32;
        return method.torch("tensor", list, type, "device=ops.prim.device(z)");
    }

    private String crossEntropy() {
        String sum =
                method.torch("cross_entropy_loss", logits, labels, weights, REDUCTION_SUM, -1, 0.);
        return method.torch("div", sum, total());
    }

    private String focal() {
        String logs = method.torch("log_softmax", logits, 1);
        String index = method.torch("unsqueeze", method.torch("clamp", labels, 0), 1);
        String log = method.torch("squeeze", method.torch("gather", logs, 1, index), 1);
        String wrong = method.torch("rsub", method.torch("exp", log), 1);
        // The power's gradient is infinite at 0 if gamma is below 1.
        String factor = method.torch("pow", method.torch("clamp", wrong, TINY), settings.gamma());
        String product = method.torch("mul", method.torch("mul", factor, log), weightOfPixels());
        return method.torch("div", method.torch("rsub", method.torch("sum", product), 0), total());
    }

    /** Weight of every pixel: that of its class, 0 if unlabelled. */
    private String weightOfPixels() {
        if (!isWeighted()) {
            return known;
        }
        String index = method.torch("reshape", method.torch("clamp", labels, 0), "[-1]");
        String flat = method.torch("index_select", weights, 0, index);
        return method.torch("mul", method.torch("view_as", flat, known), known);
    }

    /** Sum of the pixels' weights, never 0. */
    private String total() {
        String sum = method.torch("sum", weightOfPixels());
        return isWeighted() ? method.torch("clamp", sum, TINY) : method.torch("clamp", sum, 1);
    }

    private String dice() {
        String mask = method.torch("unsqueeze", known, 1);
        String p = method.torch("mul", method.torch("softmax", logits, 1), mask);
        String t = method.torch("mul", oneHot(), mask);
        String both = sum(method.torch("mul", p, t));
        String either = sum(method.torch("add", p, t));
        String numerator = method.torch("add", method.torch("mul", both, 2), SMOOTHING);
        String ratio = method.torch("div", numerator, method.torch("add", either, SMOOTHING));
        return method.torch("rsub", mean(ratio), 1);
    }

    private String mean(String ratio) {
        if (!isWeighted()) {
            return method.torch("mean", ratio);
        }
        String sum = method.torch("sum", method.torch("mul", ratio, weights));
        return method.torch("div", sum, method.torch("sum", weights));
    }

    private String oneHot() {
        String valid = method.torch("clamp", labels, 0);
        String last = method.torch("one_hot", valid, classes);
        String hot = method.torch("permute", last, "[0, 3, 1, 2]");
        return method.torch("to", hot, ScalarType.FLOAT32);
    }

    private String sum(String tensor) {
        return method.torch("sum", tensor, ALL_BUT_CLASS);
    }
}
