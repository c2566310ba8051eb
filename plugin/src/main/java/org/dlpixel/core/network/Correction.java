package org.dlpixel.core.network;

import java.util.Collections;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.archive.ScriptMethod;

/**
 * What is done to a network's scores before the softmax, because its labels were not drawn as the
 * pixels of the volume are:
 *
 * <pre>
 * corrected[c] = score[c] / temperature + offsets[c]
 * </pre>
 *
 * <p>The temperature calibrates the probabilities (Guo et al. 2017, "On calibration of modern
 * neural networks"); the offsets are log(prior in the volume / prior in training) and correct the
 * label shift (Saerens et al. 2002, "Adjusting the outputs of a classifier to new a priori
 * probabilities").
 *
 * @param temperature above 0; 1 changes nothing
 * @param offsets one finite number per class, natural logarithm; or none at all for no shift
 */
public record Correction(double temperature, List<Double> offsets) {

    /** Changes nothing. */
    public static final Correction NONE = new Correction(1, List.of());

    public Correction {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw InvalidInput.of("temperature", temperature, "above 0 and finite");
        }
        for (double offset : offsets) {
            if (!Double.isFinite(offset)) {
                throw InvalidInput.of("offset of a class", offset, "finite");
            }
        }
        offsets = List.copyOf(offsets);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** One per class; zeros if there is no shift. */
    public List<Double> offsets(int classes) {
        return offsets.isEmpty() ? Collections.nCopies(classes, 0.) : offsets;
    }

    /**
     * Adds the code to a method.
     *
     * @param logits variable with the scores, (N, classes, H, W)
     * @return variable with what they become
     */
    String emit(ScriptMethod method, String logits) {
        return shifted(
                method, temperature == 1 ? logits : method.torch("div", logits, temperature));
    }

    private String shifted(ScriptMethod method, String logits) {
        if (offsets.isEmpty()) {
            return logits;
        }
        String list = ScriptMethod.list(offsets);
        String type = "dtype=" + ScalarType.FLOAT32;
        String device = "device=ops.prim.device(" + logits + ")";
        String values = method.torch("tensor", list, type, device);
        return method.torch("add", logits, method.torch("reshape", values, "[1, -1, 1, 1]"));
    }

    void requireClasses(int classes) {
        if (!offsets.isEmpty() && offsets.size() != classes) {
            throw InvalidInput.of(
                    "number of offsets", offsets.size(), "that of the classes, " + classes);
        }
    }
}
