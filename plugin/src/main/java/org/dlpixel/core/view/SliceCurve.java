package org.dlpixel.core.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.score.Scope;
import org.dlpixel.core.score.SliceScore;

/** Dice of every foreground class over the slices; annotated slices as dots. */
public final class SliceCurve {

    private static final int ANNOTATED = 0x1f2328;

    private SliceCurve() {}

    /**
     * @param slices in ascending order
     * @param classes names in the key
     * @param width of the picture in pixels
     */
    public static RgbImage render(List<SliceScore> slices, ClassList classes, int width) {
        double[] x = slices.stream().mapToDouble(SliceScore::slice).toArray();
        List<Series> series = new ArrayList<>();
        for (int c = 1; c < classes.size(); c++) {
            int index = c;
            IntToDoubleFunction dice = i -> slices.get(i).matrix().dice(index);
            series.add(new Series(classes.name(c), Palette.of(c), x, values(x.length, dice)));
        }
        for (int c = 1; c < classes.size(); c++) {
            int index = c;
            IntToDoubleFunction dice =
                    i -> annotated(slices.get(i)) ? slices.get(i).matrix().dice(index) : Double.NaN;
            String name = c == 1 ? "annotated slices" : "";
            series.add(Series.dots(name, ANNOTATED, x, values(x.length, dice)));
        }
        return Chart.of("Dice per slice", "slice", series, Chart.Scale.UNIT).render(width);
    }

    private static double[] values(int n, IntToDoubleFunction value) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = value.applyAsDouble(i);
        }
        return out;
    }

    private static boolean annotated(SliceScore slice) {
        return slice.scope() == Scope.ANNOTATED;
    }
}
