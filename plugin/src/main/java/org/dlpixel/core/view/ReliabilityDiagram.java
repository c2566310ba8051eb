package org.dlpixel.core.view;

import java.util.List;
import java.util.Locale;
import org.dlpixel.core.score.Calibration;
import org.dlpixel.core.score.Reliability;

/**
 * How often a classifier is right when it is so and so sure, before and after calibration; a
 * calibrated one lies on the diagonal.
 */
public final class ReliabilityDiagram {

    private static final int IDEAL = 0xb0b7bf;

    private ReliabilityDiagram() {}

    /**
     * @param width of the picture in pixels
     */
    public static RgbImage render(Calibration calibration, int width) {
        double[] ends = {0, 1};
        List<Series> series =
                List.of(
                        new Series("", IDEAL, ends, ends),
                        curve("as trained", TrainingCurve.VALIDATION, calibration.before()),
                        curve("calibrated", TrainingCurve.TRAINING, calibration.after()));
        return Chart.of(
                        "Share of right pixels by confidence, held-out labels",
                        "confidence",
                        series,
                        Chart.Scale.UNIT)
                .render(width);
    }

    private static Series curve(String name, int colour, Reliability reliability) {
        List<Reliability.Bin> filled =
                reliability.bins().stream().filter(bin -> bin.share() > 0).toList();
        return new Series(
                name + String.format(Locale.ROOT, ", error %.3f", reliability.error()),
                colour,
                filled.stream().mapToDouble(Reliability.Bin::confidence).toArray(),
                filled.stream().mapToDouble(Reliability.Bin::accuracy).toArray());
    }
}
