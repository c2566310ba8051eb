package org.dlpixel.core.train.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.score.Calibration;
import org.dlpixel.core.score.ConfidenceInterval;
import org.dlpixel.core.score.ConfusionMatrix;
import org.dlpixel.core.train.OutOfFold;

/**
 * How good a model is expected to be on labelled pixels that its networks were not trained on.
 *
 * @param predictions at those pixels
 * @param calibration of their probabilities
 */
public record Assessment(OutOfFold predictions, Calibration calibration) {

    /** For the model's record: Dice of every class with its 95 % interval, calibration. */
    Map<String, String> summary(ClassList classes) {
        Map<String, String> summary = new LinkedHashMap<>();
        ConfusionMatrix pooled = predictions.pooled();
        List<Optional<ConfidenceInterval>> confidence = predictions.confidence();
        for (int c = 0; c < classes.size(); c++) {
            String interval =
                    confidence
                            .get(c)
                            .map(i -> " [" + number(i.low()) + ", " + number(i.high()) + "]")
                            .orElse("");
            summary.put("held-out Dice of " + classes.name(c), number(pooled.dice(c)) + interval);
        }
        summary.put("temperature", number(calibration.temperature()));
        summary.put(
                "expected calibration error",
                number(calibration.errorBefore()) + " -> " + number(calibration.errorAfter()));
        return summary;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
