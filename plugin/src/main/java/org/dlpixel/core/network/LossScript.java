package org.dlpixel.core.network;

import org.dlpixel.core.network.archive.ScriptMethod;

/**
 * The loss: cross entropy + soft Dice, both over labelled pixels only.
 *
 * <p>With logits z (N, C, H, W), p = softmax(z), labels y (N, H, W) with -1 = unlabelled, L the
 * labelled pixels and t the one-hot form of y:
 *
 * <pre>
 * ce   = 1 / max(1, |L|) * sum over L of -log p[y]
 * dice = 1 - 1 / C * sum over c of (2 sum over L of p[c] t[c] + s) / (sum over L of (p[c] + t[c]) + s)
 * loss = ce + dice,   s = 1e-5
 * </pre>
 *
 * <p>Soft Dice after Milletari et al. 2016, "V-Net", and its mean over classes after Sudre et al.
 * 2017, "Generalised Dice overlap as a deep learning loss function for highly unbalanced
 * segmentations" (with equal weights); sums run over the whole batch. Without any labelled pixel
 * both parts and their gradients are exactly 0.
 */
final class LossScript {

    private static final double SMOOTHING = 1e-5;
    private static final int REDUCTION_SUM = 2;
    private static final String ALL_BUT_CLASS = "[0, 2, 3]";

    private final ScriptMethod method = new ScriptMethod("loss", "x", "y");
    private final int classes;

    private LossScript(int classes) {
        this.classes = classes;
    }

    /** {@code loss(x, y)}: float images and whole-number labels to a scalar. */
    static ScriptMethod method(int classes) {
        LossScript script = new LossScript(classes);
        ScriptMethod method = script.method;
        String logits = method.let(ScriptMethod.self("forward", "x"));
        String labels = method.torch("to", "y", ScalarType.INT64);
        String known = method.torch("to", method.torch("ge", labels, 0), ScalarType.FLOAT32);
        String entropy = script.crossEntropy(logits, labels, known);
        method.returns(method.torch("add", entropy, script.dice(logits, labels, known)));
        return method;
    }

    private String crossEntropy(String logits, String labels, String known) {
        String sum =
                method.torch("cross_entropy_loss", logits, labels, "None", REDUCTION_SUM, -1, 0.);
        String count = method.torch("clamp", method.torch("sum", known), 1);
        return method.torch("div", sum, count);
    }

    private String dice(String logits, String labels, String known) {
        String mask = method.torch("unsqueeze", known, 1);
        String p = method.torch("mul", method.torch("softmax", logits, 1), mask);
        String t = method.torch("mul", oneHot(labels), mask);
        String both = sum(method.torch("mul", p, t));
        String either = sum(method.torch("add", p, t));
        String numerator = method.torch("add", method.torch("mul", both, 2), SMOOTHING);
        String ratio = method.torch("div", numerator, method.torch("add", either, SMOOTHING));
        return method.torch("rsub", method.torch("mean", ratio), 1);
    }

    private String oneHot(String labels) {
        String valid = method.torch("clamp", labels, 0);
        String last = method.torch("one_hot", valid, classes);
        String hot = method.torch("permute", last, "[0, 3, 1, 2]");
        return method.torch("to", hot, ScalarType.FLOAT32);
    }

    private String sum(String tensor) {
        return method.torch("sum", tensor, ALL_BUT_CLASS);
    }
}
