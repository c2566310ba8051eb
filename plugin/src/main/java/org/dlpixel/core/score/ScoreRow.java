package org.dlpixel.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Scores of one class, or of the foreground, over some slices; NaN where undefined.
 *
 * @param scope which slices
 * @param classIndex the class; empty: all foreground classes pooled, see {@link ConfusionMatrix},
 *     with the share of rightly classified pixels as accuracy
 * @param dice 0..1
 * @param iou 0..1
 * @param precision 0..1
 * @param recall 0..1
 * @param accuracy 0..1
 */
public record ScoreRow(
        Scope scope,
        OptionalInt classIndex,
        double dice,
        double iou,
        double precision,
        double recall,
        double accuracy) {

    /** What stands in the class column of the row over all foreground classes. */
    public static final String ALL_CLASSES = "all";

    /** One row per class and one over the foreground, in this order. */
    public static List<ScoreRow> of(Scope scope, ConfusionMatrix matrix) {
        List<ScoreRow> rows = new ArrayList<>();
        for (int c = 0; c < matrix.classes(); c++) {
            rows.add(of(scope, OptionalInt.of(c), matrix.outcomes(c), matrix.accuracy(c)));
        }
        rows.add(of(scope, OptionalInt.empty(), matrix.foreground(), matrix.accuracy()));
        return rows;
    }

    private static ScoreRow of(Scope scope, OptionalInt c, Outcomes o, double accuracy) {
        return new ScoreRow(scope, c, o.dice(), o.iou(), o.precision(), o.recall(), accuracy);
    }

    /** The class column: the class index, or {@value #ALL_CLASSES}. */
    public String classText() {
        return classIndex.isPresent() ? Integer.toString(classIndex.getAsInt()) : ALL_CLASSES;
    }

    /** Reads what {@link #classText} gives. */
    public static OptionalInt parseClass(String text) {
        if (text.equals(ALL_CLASSES)) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new InvalidInput(
                    "Illegal class: '" + text + "', must be a class index or 'all'.", e);
        }
    }
}
