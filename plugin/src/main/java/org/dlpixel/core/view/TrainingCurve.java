package org.dlpixel.core.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a training went: loss, Dice of every class on the held-out ROIs, learning rate.
 *
 * @param loss curves of the training and the validation loss
 * @param dice curves of the Dice per class, 0..1
 * @param learningRate one curve, above 0
 * @param xLabel what x counts
 * @param best x of the checkpoint that was kept
 */
public record TrainingCurve(
        List<Series> loss,
        List<Series> dice,
        List<Series> learningRate,
        String xLabel,
        OptionalDouble best) {

    /** Colour of the training loss. */
    public static final int TRAINING = 0x0072b2;

    /** Colour of the validation loss. */
    public static final int VALIDATION = 0xd55e00;

    /** Colour of the learning rate. */
    public static final int LEARNING_RATE = 0x57606a;

    /** Draws the charts side by side; those without curves are left out. */
    public RgbImage render() {
        List<Chart> charts = new ArrayList<>();
        add(charts, "Loss", loss, Chart.Scale.LINEAR, true);
        add(charts, "Dice on held-out ROIs", dice, Chart.Scale.UNIT, true);
        add(charts, "Learning rate", learningRate, Chart.Scale.LOGARITHMIC, false);
        return Chart.sideBySide(charts);
    }

    private void add(
            List<Chart> charts,
            String title,
            List<Series> series,
            Chart.Scale scale,
            boolean marked) {
        if (!series.isEmpty()) {
            OptionalDouble mark = marked ? best : OptionalDouble.empty();
            charts.add(new Chart(title, xLabel, series, scale, mark, "kept"));
        }
    }
}
