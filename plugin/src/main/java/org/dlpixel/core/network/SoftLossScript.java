package org.dlpixel.core.network;

import org.dlpixel.core.network.archive.ScriptMethod;

/**
 * The method {@code soft_loss(z, q, u)}: logits (N, C, H, W), target probabilities of the same
 * shape and pixel weights (N, 1, H, W) to a scalar, see {@link SoftTargets}.
 */
final class SoftLossScript {

    static final String NAME = "soft_loss";

    private static final String ALL_BUT_CLASS = "[0, 2, 3]";

    private final ScriptMethod method = new ScriptMethod(NAME, "z", "q", "u");

    private SoftLossScript() {}

    static ScriptMethod method() {
        SoftLossScript script = new SoftLossScript();
        String weighted = script.method.torch("mul", "q", "u");
        String logs = script.method.torch("log_softmax", "z", 1);
        String entropy = script.crossEntropy(weighted, logs);
        String dice = script.dice(weighted, logs);
        script.method.returns(script.method.torch("add", entropy, dice));
        return script.method;
    }

    private String crossEntropy(String weighted, String logs) {
        String sum = method.torch("sum", method.torch("mul", weighted, logs));
        String total = method.torch("clamp", method.torch("sum", "u"), LossScript.TINY);
        return method.torch("neg", method.torch("div", sum, total));
    }

    private String dice(String weighted, String logs) {
        String p = method.torch("exp", logs);
        String both = sum(method.torch("mul", weighted, p));
        String either = sum(method.torch("add", weighted, method.torch("mul", p, "u")));
        String numerator = method.torch("add", method.torch("mul", both, 2), LossScript.SMOOTHING);
        String denominator = method.torch("add", either, LossScript.SMOOTHING);
        String mean = method.torch("mean", method.torch("div", numerator, denominator));
        return method.torch("rsub", mean, 1);
    }

    private String sum(String tensor) {
        return method.torch("sum", tensor, ALL_BUT_CLASS);
    }
}
